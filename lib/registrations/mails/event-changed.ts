import { changeLines, eventChanged } from "@/emails/event-changed";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import type { Locale } from "@/lib/core/localised";
import { isAhead } from "@/lib/events/rules/event-life";
import type { ComposedMail, Composer } from "@/lib/mail/composed";
import { about, calendarOf, inLetter } from "../mails";
import { findChangesFor } from "../queries/event-change";
import type { Difference } from "../rules/told-difference";
import { isLiving, type RegistrationState } from "../rules/transitions";

/** What has changed at the event, to those concerned: composed from what they were told and what is when it leaves. */
export const changeMails = {
  "event-changed": about(async (registration, locale, now, { change }) => {
    const { id, state, event } = registration;
    if (!isLiving(state) || !isAhead(event, now) || typeof change !== "string") return "obsolete";
    const changes = await findChangesFor(id, change);
    // Undone before the mail left, or not this person's any more.
    if (!changes || changes.length === 0) return "obsolete";
    return {
      ...changedLetter(state, await inLetter(registration, locale, now), changes, locale),
      ...(state === "CONFIRMED" && { calendar: calendarOf(registration, "REQUEST", locale, now) }),
    };
  }),
} satisfies Record<string, Composer>;

/** The letter itself, for who gets it and for who looks at it first. */
export function changedLetter(
  state: RegistrationState,
  registration: RegistrationInLetter,
  changes: readonly Difference[],
  locale: Locale,
): ComposedMail {
  return eventChanged(registration, { changes, hasPlace: state === "CONFIRMED" }, locale);
}

/** Changes as the letter says them: each under its name, what was and what is now. */
export function changesInWords(changes: readonly Difference[], timeZone: string, locale: Locale) {
  return changeLines(changes, timeZone, locale);
}
