import { eventReminder } from "@/emails/event-reminder";
import { invitationReminder } from "@/emails/invitation-reminder";
import { namesMissing } from "@/emails/names-missing";
import { waitingReminder } from "@/emails/waiting-reminder";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { localDate } from "@/lib/core/local-date";
import { isAhead, personalLinkExpiry } from "@/lib/events/rules/event-life";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { localePath } from "@/lib/i18n/paths";
import type { Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { speakerMails } from "@/lib/programme/mails";
import { about, inLetter, whileConfirmed } from "@/lib/registrations/mails";
import { afterwardsMails } from "@/lib/registrations/mails/afterwards";
import { aboutBooking, bookingInLetter } from "@/lib/registrations/mails/booking";
import { eventMails } from "@/lib/registrations/mails/event";
import { invitationMails } from "@/lib/registrations/mails/invitations";
import { findInvitationInMail } from "@/lib/registrations/queries/invitation-in-mail";
import { findPlaceInLine } from "@/lib/registrations/queries/place-in-line";
import { findWhyWaiting } from "@/lib/registrations/queries/why-waiting";
import { isRuleOn } from "./queries/rule-in-mail";
import type { ReminderMessage } from "./rules/kinds";

/**
 * How reminders are composed. Whoever has answered meanwhile, or can no longer answer, gets none. Letters that other domains
 * compose are here too, as rules send them.
 */
export const reminderMails = {
  "invitation-reminder": whileOn(async ({ invitationId, locale }, now) => {
    const invitation = invitationId ? await findInvitationInMail(invitationId) : null;
    if (!invitation || invitation.isAnswered || invitation.isWithdrawn) return "obsolete";
    const { id, name, event } = invitation;
    if (!isAhead(event, now) || registrationWindow(event, now).state !== "open") return "obsolete";
    const token = await mintPersonalLink({ purpose: "INVITATION", invitationId: id }, personalLinkExpiry(event));
    const { lastRegistrationDay } = event;
    const letter = {
      event,
      name,
      lastRegistrationDay,
      daysLeft: localDate(now, event.timeZone).until(lastRegistrationDay, { largestUnit: "days" }).days,
      link: `${new URL(env().APP_URL).origin}${localePath(locale, `/i/${token}`)}`,
    };
    return { ...invitationReminder(letter, locale), replyTo: event.contact };
  }),

  "invitation-unfinished": whileOn(invitationMails["invitation-unfinished"]),

  "practical-information": whileOn(eventMails["practical-information"]),

  "slides-missing": whileOn(speakerMails["slides-missing"]),

  "evaluation-open": whileOn(afterwardsMails["evaluation-open"]),

  "event-reminder": whileOn(
    whileConfirmed(async (registration, locale, now) => {
      const { event, days } = registration;
      const first = days[0]?.date ?? event.startsOn;
      const daysLeft = localDate(now, event.timeZone).until(first, { largestUnit: "days" }).days;
      if (daysLeft < 0) return "obsolete";
      return eventReminder({ registration: await inLetter(registration, locale, now), daysLeft }, locale);
    }),
  ),

  "waiting-reminder": whileOn(
    about(async (registration, locale, now) => {
      if (registration.state !== "WAITLISTED" || !isAhead(registration.event, now)) return "obsolete";
      const place = await findPlaceInLine(registration.id);
      const why = await findWhyWaiting(registration.id, now);
      if (place === null || !why) return "obsolete";
      return waitingReminder(await inLetter(registration, locale, now), { place, why }, locale);
    }),
  ),

  "names-missing": whileOn(
    aboutBooking(async (booking, locale) => {
      const isDone = booking.people.every(({ state }) => state !== "HELD");
      return isDone ? "obsolete" : namesMissing(await bookingInLetter(booking, locale), locale);
    }),
  ),
} satisfies Record<ReminderMessage, Composer>;

/** What an organiser has switched off or taken away meanwhile does not leave. */
function whileOn(compose: Composer): Composer {
  return async (mail, now) => {
    const { reminder } = mail.params;
    return typeof reminder === "string" && !(await isRuleOn(reminder)) ? "obsolete" : compose(mail, now);
  };
}
