import { fromDateColumn } from "@/lib/core/local-date";
import { type EventInMail, eventInMail, eventInMailColumns } from "@/lib/events/queries/event-in-mail";
import { extendedDay } from "@/lib/events/rules/extended-day";
import { database } from "@/lib/platform/db";

/** An invitation as its mails need it. */
export type InvitationInMail = {
  readonly id: string;
  readonly name: string;
  /** Accepted, declined, or registered with the same address, in whatever state that registration is. */
  readonly isAnswered: boolean;
  readonly isWithdrawn: boolean;
  /** Looked at, which is as far as an answer has come. */
  readonly isOpened: boolean;
  readonly extraGuests: number;
  /** Whether somebody else may come instead. */
  readonly isForwardable: boolean;
  /** The event, with this person's own last registration day if the organiser has given a later one. */
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
      extraGuests: true,
      extendedThrough: true,
      withdrawnAt: true,
      event: { select: { ...eventInMailColumns, invitationsForwardable: true } },
    },
  });
  if (!row) return null;
  const { eventId, emailNormalised, name, extraGuests } = row;
  const registered = await database().registration.findFirst({
    where: { eventId, emailNormalised },
    select: { id: true },
  });
  const isAnswered =
    row.state === "ACCEPTED" || row.state === "DECLINED" || row.registrationId !== null || registered !== null;
  const event = eventInMail(row.event);
  const lastRegistrationDay = extendedDay(
    event.lastRegistrationDay,
    row.extendedThrough && fromDateColumn(row.extendedThrough),
  );
  return {
    ...{ id, name, isAnswered, extraGuests },
    isOpened: row.state === "OPENED",
    isWithdrawn: row.withdrawnAt !== null,
    isForwardable: row.event.invitationsForwardable,
    event: { ...event, lastRegistrationDay },
  };
}
