import type { Temporal } from "temporal-polyfill";
import { type EventCancelledInLetter, eventCancelled } from "@/emails/event-cancelled";
import { practicalInformation } from "@/emails/practical-information";
import { type EventInMail, findEventInMail } from "@/lib/events/queries/event-in-mail";
import { findPracticalities } from "@/lib/events/queries/practicalities";
import type { ClaimedMail, ComposedMail, Composer } from "@/lib/mail/composed";
import { calendarOf, eventUrl, inLetter, whileConfirmed } from "../mails";
import { findBookingInMail } from "../queries/booking-in-mail";
import { TOLD_AS } from "../queries/cancellation-recipients";
import { findInvitationInMail } from "../queries/invitation-in-mail";
import { findRegistrationInMail } from "../queries/registration-in-mail";

/** The messages about the event itself, to those who are to come, composed from the state as it is when they leave. */
export const eventMails = {
  "practical-information": whileConfirmed(async (registration, locale, now) =>
    practicalInformation(
      await inLetter(registration, locale, now),
      await findPracticalities(registration.event.id),
      locale,
    ),
  ),

  "event-cancelled": async (mail, now) => {
    const told = await findTold(mail, now);
    if (told?.event.status !== "CANCELLED") return "obsolete";
    const { event, calendar, ...who } = told;
    const message = typeof mail.params["message"] === "string" ? mail.params["message"] : null;
    const letter = { ...who, event, message, eventUrl: eventUrl(event.slug, mail.locale) };
    return { ...eventCancelled(letter, mail.locale), ...(calendar && { calendar }), replyTo: event.contact };
  },
} satisfies Record<string, Composer>;

type Told = Pick<EventCancelledInLetter, "name" | "toldAs" | "reference"> & {
  readonly event: EventInMail;
  readonly calendar: ComposedMail["calendar"];
};

/** Whom a mail about the cancelled event is to, as what they were told of; null when they have been erased since. */
async function findTold(mail: ClaimedMail, now: Temporal.Instant): Promise<Told | null> {
  const none = { reference: null, calendar: undefined };
  if (mail.registrationId) {
    const registration = await findRegistrationInMail(mail.registrationId);
    const toldAs = TOLD_AS.find((each) => each === mail.params["as"]) ?? "confirmed";
    if (!registration) return null;
    const { event, name, reference } = registration;
    // Who never had a place has no entry to take back.
    const calendar = toldAs === "confirmed" ? calendarOf(registration, "CANCEL", mail.locale, now) : undefined;
    return { event, name, reference, toldAs, calendar };
  }
  if (mail.bookingId) {
    const booking = await findBookingInMail(mail.bookingId);
    return booking && { ...none, event: booking.event, name: booking.registrantName, toldAs: "booker" };
  }
  if (mail.invitationId) {
    const invitation = await findInvitationInMail(mail.invitationId);
    return invitation && { ...none, event: invitation.event, name: invitation.name, toldAs: "invited" };
  }
  const event = mail.eventId ? await findEventInMail(mail.eventId) : null;
  return event && { ...none, event, name: mail.to.name, toldAs: "speaker" };
}
