import { registrationSubstituted } from "@/emails/registration-substituted";
import type { Composer } from "@/lib/mail/composed";
import { about, calendarOf, eventUrl } from "../mails";

/** The messages about what attendees do by themselves, composed from the state as it is when they leave. */
export const selfServiceMails = {
  "registration-substituted": about(async (registration, locale, now) => {
    const { event, name, reference, state } = registration;
    if (state !== "SUBSTITUTED") return "obsolete";
    return {
      ...registrationSubstituted({ event, name, reference, eventUrl: eventUrl(event.slug, locale) }, locale),
      calendar: calendarOf(registration, "CANCEL", locale, now),
    };
  }),
} satisfies Record<string, Composer>;
