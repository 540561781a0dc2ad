import type { Temporal } from "temporal-polyfill";
import type { InvitationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import type { Transaction } from "@/lib/platform/db";
import { isLiving } from "../rules/transitions";

/**
 * Whether an invitation has already brought somebody else, or was taken back: one invitation is one person's, however often
 * its link is passed on. Locks it, so that two people who use it at once are not both let in.
 */
export async function isInvitationUsed(
  tx: Transaction,
  { invitationId }: InvitationScope,
  emailNormalised: string,
): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM invitation WHERE id = ${invitationId}::uuid FOR UPDATE`;
  const { registration, withdrawnAt } = await tx.invitation.findUniqueOrThrow({
    where: { id: invitationId },
    select: { withdrawnAt: true, registration: { select: { state: true, emailNormalised: true } } },
  });
  if (withdrawnAt) return true;
  return registration !== null && isLiving(registration.state) && registration.emailNormalised !== emailNormalised;
}

/** Marks the invitation that was used, or else the one sent to the same address, as accepted by this registration. */
export async function acceptInvitation(
  tx: Transaction,
  accepting: {
    readonly eventId: string;
    readonly registrationId: string;
    readonly invitation: InvitationScope | null;
    readonly emailNormalised: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  const { eventId, registrationId, invitation, emailNormalised } = accepting;
  await tx.invitation.updateMany({
    where: { eventId, withdrawnAt: null, ...(invitation ? { id: invitation.invitationId } : { emailNormalised }) },
    data: { state: "ACCEPTED", registrationId, answeredAt: toTimestamp(now), declineReason: null },
  });
}
