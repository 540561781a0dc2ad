import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMails } from "@/lib/mail/commands/enqueue-mail";
import { inTransaction } from "@/lib/platform/transaction";
import { canCancelEvent } from "../policy";
import { findUntoldChange } from "../queries/event-change";

/** Why nobody was told. `changes_moved`: somebody has edited since the changes were looked at. */
export const TELL_CODES = ["changes_gone", "changes_moved"] as const;
export type TellFailure = Failure<(typeof TELL_CODES)[number]>;

/** What the organiser looked at, and whether those concerned are to be told or there is no need. */
export type Telling = { readonly change: string; readonly mark: string; readonly tells: boolean };

/**
 * Tells everybody concerned what has changed at the event since they were last told, one mail each, or notes that there is no need
 * to. From then on, what is now is what people have been told. Only the changes that were looked at: edited since, they are
 * looked at again first. `told`: how many mails were put in the outbox.
 */
export async function tellOfChanges(
  scope: EventScope,
  { change, mark, tells }: Telling,
  now: Temporal.Instant,
): Promise<Ok<{ readonly told: number }> | TellFailure> {
  if (!canCancelEvent(scope)) return fail("changes_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<{ told: number }> | TellFailure> => {
    // The row that every edit raises: none comes in between.
    await tx.$executeRaw`SELECT 1 FROM event_change WHERE event_id = ${eventId}::uuid AND told_at IS NULL FOR UPDATE`;
    const untold = await findUntoldChange(scope, tx);
    if (!untold || untold.id !== change) return fail("changes_gone");
    if (untold.mark !== mark) return fail("changes_moved");
    const told = tells ? untold.concerned : [];
    await enqueueMails(
      tx,
      told.map(({ id, name, email, locale }) => [
        {
          ...{ message: "event-changed", locale, to: { name, email }, organisationId, eventId, registrationId: id },
          params: { change },
          dedupeKey: `event-changed:${change}:${id}`,
        },
        now,
      ]),
    );
    await tx.eventChange.update({
      where: { id: change },
      data: { toldAt: toTimestamp(now), toldById: userId, recipients: told.length },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    const action = tells ? "event-change.told" : "event-change.kept-quiet";
    const detail = { change, differences: untold.differences.length, told: told.length };
    await recordAudit(tx, { organisationId, eventId, actor, action, detail }, now);
    return ok({ told: told.length });
  });
}
