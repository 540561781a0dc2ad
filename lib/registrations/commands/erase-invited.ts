import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { EraseFailure } from "../errors";
import { lockInvitation } from "../queries/guests-of-invitation";
import { isLiving } from "../rules/transitions";
import { forgetInvited } from "./forget-invited";

/**
 * Erases somebody who was invited and is not registered: name, address, organisation, what they wrote, links and the addresses
 * in the outbox. What stays is an invitation of nobody that was declined, with group and municipality, so that the board's
 * counts hold. That the address was invited is not remembered: a list that names it again invites it again. The audit entry
 * lets a restored backup be erased again.
 */
export async function eraseInvited(
  scope: InvitationScope,
  now: Temporal.Instant,
): Promise<Ok<undefined> | EraseFailure> {
  const { invitationId, eventId } = scope;
  return inTransaction(async (tx): Promise<Ok<undefined> | EraseFailure> => {
    await lockInvitation(tx, scope);
    const { registration, event, emailNormalised, ...answer } = await tx.invitation.findUniqueOrThrow({
      where: { id: invitationId, eventId },
      select: {
        emailNormalised: true,
        answeredAt: true,
        registration: { select: { state: true } },
        event: { select: { organisationId: true } },
      },
    });
    if (registration && isLiving(registration.state)) return fail("erase_not_yet");
    const { organisationId } = event;
    await forgetInvited(tx, { invitationId, organisationId, emailNormalised, ...answer }, now);
    const audited = { organisationId, eventId, actor: { kind: "ATTENDEE" }, subjectId: invitationId } as const;
    await recordAudit(tx, { ...audited, action: "invitation.erased" }, now);
    return ok(undefined);
  });
}
