import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { ImportFailure } from "../errors";
import { canInvite } from "../policy";
import { type GivenList, readInvitationList } from "../queries/invitation-import";
import { readListGround } from "../queries/list-ground";
import { type PlannedRow, planList } from "../rules/invitation-list";

/** How many were invited anew, how many were changed, and how many rows had something wrong and were left. */
export type Imported = { readonly added: number; readonly changed: number; readonly wrong: number };

/**
 * Invites the people of a list whose rows are right; rows with something wrong are left and counted. Somebody who is invited
 * already gets what the list says anew, and the mail they have had stays sent. Nobody is mailed. The same list twice is the
 * same as once.
 */
export async function importInvitations(
  scope: EventScope,
  given: GivenList,
  now: Temporal.Instant,
): Promise<Ok<Imported> | ImportFailure> {
  if (!canInvite(scope)) return fail("invitation_gone");
  const list = await readInvitationList(given);
  if (!list.ok) return list;
  const { people, columns } = list.value;
  if (columns.name === undefined || columns.email === undefined) return fail("columns_missing");
  return inTransaction(async (tx) => {
    const rows = planList(people, columns, await readListGround(tx, scope.eventId));
    const { added, changed } = await writeInvitations(tx, scope, rows, now);
    const { eventId, organisationId, userId } = scope;
    const audited = { organisationId, eventId, actor: { kind: "USER", id: userId } } as const;
    await recordAudit(tx, { ...audited, action: "invitations.imported", detail: { added, changed } }, now);
    return ok({ added, changed, wrong: rows.filter(({ outcome }) => outcome === "wrong").length });
  });
}

/** Writes the new and changed rows of a plan. An address that was invited in the same moment runs the transaction again. */
export async function writeInvitations(
  tx: Transaction,
  { eventId }: EventScope,
  rows: readonly PlannedRow[],
  now: Temporal.Instant,
): Promise<{ readonly added: number; readonly changed: number }> {
  const fresh = rows.flatMap((row) => (row.outcome === "new" ? [row.entry] : []));
  const changed = rows.flatMap((row) => (row.outcome === "changed" ? [row] : []));
  await tx.invitation.createMany({
    data: fresh.map(({ email, locale, extraGuests, ...entry }) => ({
      ...entry,
      id: newId(now),
      eventId,
      email: email.address,
      emailNormalised: email.normalised,
      locale: locale ?? "sv",
      extraGuests: extraGuests ?? 0,
      createdAt: toTimestamp(now),
    })),
  });
  for (const { entry, known } of changed) {
    const { email: _, ...said } = entry;
    // What the list does not say stays.
    const data = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    await tx.invitation.update({ where: { id: known.id, eventId }, data, select: { id: true } });
  }
  return { added: fresh.length, changed: changed.length };
}
