import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { DeclineFailure } from "../errors";
import { nextInvitationState } from "../rules/invitation-transitions";
import { isLiving } from "../rules/transitions";
import { declineSchema } from "../schema";

/**
 * Declines an invitation, with a reason if one is given; no more reminders come. Declining twice is the same as once.
 * Somebody who is registered cancels that instead; once they have, they may decline.
 */
export async function declineInvitation(
  { invitationId, eventId }: InvitationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<undefined> | DeclineFailure> {
  const reason = declineSchema.safeParse(body).data?.reason ?? null;
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM invitation WHERE id = ${invitationId}::uuid FOR UPDATE`;
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id: invitationId, eventId },
      select: {
        state: true,
        registration: { select: { state: true } },
        event: { select: { organisationId: true } },
      },
    });
    if (invitation.registration && isLiving(invitation.registration.state)) return fail("already_registered");
    const state = nextInvitationState(invitation.state, "decline");
    if (!state) return ok(undefined);
    await tx.invitation.update({
      where: { id: invitationId },
      data: { state, declineReason: reason, answeredAt: toTimestamp(now) },
      select: { id: true },
    });
    const { organisationId } = invitation.event;
    const actor = { kind: "ATTENDEE" } as const;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "invitation.declined", subjectId: invitationId },
      now,
    );
    return ok(undefined);
  });
}
