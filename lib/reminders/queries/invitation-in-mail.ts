import { type EventInMail, eventInMail, eventInMailColumns } from "@/lib/events/queries/event-in-mail";
import { database } from "@/lib/platform/db";

/** An invitation as its reminder needs it. */
export type InvitationInMail = {
  readonly id: string;
  readonly name: string;
  /** Accepted, declined, or registered with the same address, in whatever state that registration is. */
  readonly isAnswered: boolean;
  readonly event: EventInMail;
};

/** The invitation as it is now, or null when it has been deleted. */
export async function findInvitationInMail(id: string): Promise<InvitationInMail | null> {
  const row = await database().invitation.findUnique({
    where: { id },
    select: {
      name: true,
      state: true,
      eventId: true,
      registrationId: true,
      emailNormalised: true,
      event: { select: eventInMailColumns },
    },
  });
  if (!row) return null;
  const { eventId, emailNormalised, name } = row;
  const registered = await database().registration.findFirst({
    where: { eventId, emailNormalised },
    select: { id: true },
  });
  const isAnswered =
    row.state === "ACCEPTED" || row.state === "DECLINED" || row.registrationId !== null || registered !== null;
  return { id, name, isAnswered, event: eventInMail(row.event) };
}
