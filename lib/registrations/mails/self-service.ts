import { Temporal } from "temporal-polyfill";
import { changeAnswered } from "@/emails/change-answered";
import { myLink } from "@/emails/my-link";
import { registrationErased } from "@/emails/registration-erased";
import { registrationSubstituted } from "@/emails/registration-substituted";
import { personalLinkExpiry } from "@/lib/events/rules/event-life";
import type { Composer } from "@/lib/mail/composed";
import { about, calendarOf, eventUrl, inLetter, whileConfirmed } from "../mails";
import { findChangeAnswer } from "../queries/change-answer";
import { isLiving } from "../rules/transitions";

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

  "my-link": about(async (registration, locale, now) => {
    const { event, state } = registration;
    const isDead = Temporal.Instant.compare(now, personalLinkExpiry(event)) >= 0;
    if (!isLiving(state) || isDead) return "obsolete";
    return myLink(await inLetter(registration, locale, now), locale);
  }),

  "change-answered": whileConfirmed(async (registration, locale, now, { requestId }) => {
    const answer = typeof requestId === "string" ? await findChangeAnswer(requestId) : null;
    if (!answer) return "obsolete";
    return {
      ...changeAnswered(await inLetter(registration, locale, now), answer, locale),
      ...(answer.granted && { calendar: calendarOf(registration, "REQUEST", locale, now) }),
    };
  }),

  "registration-erased": about(async ({ event }, locale) =>
    registrationErased({ event, eventUrl: eventUrl(event.slug, locale) }, locale),
  ),
} satisfies Record<string, Composer>;
