import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { InvitationFailure } from "../errors";
import { canInvite } from "../policy";
import { lockInvitation } from "../queries/guests-of-invitation";
import { isLiving } from "../rules/transitions";

/**
 * Takes an invitation back, or lets it count again: while it is taken back its link opens nothing and no mail about it leaves.
 * Somebody who is registered keeps the place; the organiser cancels that instead.
 */
export async function withdrawInvitation(
  scope: EventScope,
  { id, withdrawn }: { readonly id: string; readonly withdrawn: boolean },
  now: Temporal.Instant,
): Promise<Ok<undefined> | InvitationFailure> {
  if (!canInvite(scope) || !isUuid(id)) return fail("invitation_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<undefined> | InvitationFailure> => {
    if (!(await lockInvitation(tx, { eventId, invitationId: id }))) return fail("invitation_gone");
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id, eventId },
      select: { withdrawnAt: true, registration: { select: { state: true } } },
    });
    if (withdrawn && invitation.registration && isLiving(invitation.registration.state))
      return fail("already_registered");
    if (withdrawn === (invitation.withdrawnAt !== null)) return ok(undefined);
    const withdrawnAt = withdrawn ? toTimestamp(now) : null;
    await tx.invitation.update({ where: { id }, data: { withdrawnAt }, select: { id: true } });
    const action = withdrawn ? "invitation.withdrawn" : "invitation.restored";
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action, subjectId: id }, now);
    return ok(undefined);
  });
}
