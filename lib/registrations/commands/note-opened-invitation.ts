import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import { inTransaction } from "@/lib/platform/transaction";
import { nextInvitationState } from "../rules/invitation-transitions";

/**
 * Notes that the invited person's browser has been shown the invitation. Changes nothing for them: an answer that has been
 * given stands, reminders go on. Only the first time counts.
 */
export async function noteOpenedInvitation(
  { invitationId, eventId }: InvitationScope,
  now: Temporal.Instant,
): Promise<void> {
  const state = nextInvitationState("SENT", "open");
  if (!state) return;
  await inTransaction(async (tx) => {
    // Compared and set in one statement, so that an answer given in the same moment is not undone.
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, eventId, state: "SENT" },
      data: { state },
    });
    if (count === 0) return;
    const { organisationId } = await tx.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { organisationId: true },
    });
    const actor = { kind: "ATTENDEE" } as const;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "invitation.opened", subjectId: invitationId },
      now,
    );
  });
}
