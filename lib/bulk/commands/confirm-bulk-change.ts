import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { ConfirmFailure } from "../errors";
import { countSelected } from "../queries/dry-run";
import { fromSelected, orderOfSelected } from "../queries/selected";
import type { BulkWish, Selection } from "../schema";

export type Confirming = {
  /** Made when the dry run was shown: the same form sent again is the same change. */
  readonly id: string;
  readonly wish: BulkWish;
  readonly selection: Selection;
  /** The fingerprint of those who were shown. */
  readonly fingerprint: string;
};

/**
 * Takes down a change of many people that an organiser has seen the dry run of, person by person in the list's order; it is
 * carried out after this, without holding anything. Sent again, nothing more is taken down. Refused when others are meant by
 * now than were shown.
 */
export async function confirmBulkChange(
  scope: EventScope,
  { id, wish, selection, fingerprint }: Confirming,
  now: Temporal.Instant,
): Promise<Result<{ readonly id: string }, ConfirmFailure>> {
  const { organisationId, eventId, userId, role, reach } = scope;
  if (!canEdit(role) || reach.kind !== "whole-event" || !isUuid(id)) return fail("bulk_forbidden");
  return inTransaction(async (tx): Promise<Result<{ readonly id: string }, ConfirmFailure>> => {
    const createdAt = toTimestamp(now);
    const { count } = await tx.bulkChange.createMany({
      data: [{ id, eventId, userId, wish, createdAt }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const known = await tx.bulkChange.findUnique({ where: { id }, select: { eventId: true } });
      return known?.eventId === eventId ? ok({ id }) : fail("bulk_forbidden");
    }
    const people = await tx.$executeRaw`
      INSERT INTO bulk_change_person (bulk_change_id, position, registration_id)
      SELECT ${id}::uuid, row_number() OVER (ORDER BY ${orderOfSelected(selection)}), r.id ${fromSelected(scope, selection)}`;
    if (people === 0) takeBack(fail("nobody_to_change"));
    if ((await countSelected(scope, selection, tx)).fingerprint !== fingerprint) takeBack(fail("selection_changed"));
    const actor = { kind: "USER", id: userId } as const;
    const detail = { do: wish.do, people };
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "registrations.changed", subjectId: id, detail },
      now,
    );
    return ok({ id });
  });
}
