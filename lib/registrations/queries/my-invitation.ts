import type { InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";

/** An invitation as the invited person sees it. */
export type MyInvitation = {
  readonly name: string;
  readonly state: "SENT" | "OPENED" | "ACCEPTED" | "DECLINED";
};

/** The invitation a personal link is for. Throws when it was erased. */
export async function getInvitation(scope: InvitationScope): Promise<MyInvitation> {
  return database().invitation.findUniqueOrThrow({
    where: { id: scope.invitationId, eventId: scope.eventId },
    select: { name: true, state: true },
  });
}
