import { eventReminder } from "@/emails/event-reminder";
import { invitationReminder } from "@/emails/invitation-reminder";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { localDate } from "@/lib/core/local-date";
import { isAhead, personalLinkExpiry } from "@/lib/events/rules/event-life";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { localePath } from "@/lib/i18n/paths";
import type { Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { inLetter, whileConfirmed } from "@/lib/registrations/mails";
import { findInvitationInMail } from "@/lib/registrations/queries/invitation-in-mail";

/** How reminders are composed. Whoever has answered meanwhile, or can no longer answer, gets none. */
export const reminderMails = {
  "invitation-reminder": async ({ invitationId, locale }, now) => {
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
  },

  "event-reminder": whileConfirmed(async (registration, locale, now) => {
    const { event, days } = registration;
    const first = days[0]?.date ?? event.startsOn;
    const daysLeft = localDate(now, event.timeZone).until(first, { largestUnit: "days" }).days;
    if (daysLeft < 0) return "obsolete";
    return eventReminder({ registration: await inLetter(registration, locale, now), daysLeft }, locale);
  }),
} satisfies Record<string, Composer>;
