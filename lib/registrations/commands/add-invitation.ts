import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { AddInvitationFailure } from "../errors";
import { INVITATION_COLUMNS, type InvitationColumn } from "../invitation-schema";
import { canInvite } from "../policy";
import { readListGround } from "../queries/list-ground";
import { planList } from "../rules/invitation-list";
import { writeInvitations } from "./import-invitations";

/**
 * Invites one person, written by hand under the same rules as a row of a list; nobody is mailed. Refused when the address is
 * invited or registered already.
 */
export async function addInvitation(
  scope: EventScope,
  cells: Readonly<Record<InvitationColumn, string>>,
  now: Temporal.Instant,
): Promise<Ok<{ readonly name: string }> | AddInvitationFailure> {
  if (!canInvite(scope)) return fail("invitation_gone");
  const row = { number: 1, cells: INVITATION_COLUMNS.map((column) => cells[column].trim()) };
  const columns = Object.fromEntries(INVITATION_COLUMNS.map((column, index) => [column, index]));
  return inTransaction(async (tx): Promise<Ok<{ readonly name: string }> | AddInvitationFailure> => {
    const [planned] = planList([row], columns, await readListGround(tx, scope.eventId));
    if (!planned) throw new Error("a list of one row was planned as none");
    if (planned.outcome === "wrong") return fail("cells_wrong", planned.problems);
    if (planned.outcome === "registered") return fail("already_registered");
    if (planned.outcome !== "new") return fail("already_invited");
    await writeInvitations(tx, scope, [planned], now);
    const { eventId, organisationId, userId } = scope;
    const audited = { organisationId, eventId, actor: { kind: "USER", id: userId } } as const;
    await recordAudit(tx, { ...audited, action: "invitation.added" }, now);
    return ok({ name: planned.entry.name });
  });
}
