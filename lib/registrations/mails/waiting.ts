import { Temporal } from "temporal-polyfill";
import { offerExpiring } from "@/emails/offer-expiring";
import { registrationApproved } from "@/emails/registration-approved";
import { registrationLapsed, registrationRejected } from "@/emails/registration-ended";
import { registrationOffer, sessionOffer } from "@/emails/registration-offer";
import { registrationPending } from "@/emails/registration-pending";
import { registrationWaiting } from "@/emails/registration-waiting";
import { isAhead } from "@/lib/events/rules/event-life";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import type { Composer } from "@/lib/mail/composed";
import { about, calendarOf, eventUrl, inLetter, whileConfirmed } from "../mails";
import { findPlaceInLine } from "../queries/place-in-line";
import { findOfferEnd, findRejectionReason, findSessionOffer } from "../queries/waiting-in-mail";
import { findWhyWaiting } from "../queries/why-waiting";

/** The messages about waiting for a place and about the organiser's answer, composed from the state as it is when they leave. */
export const waitingMails = {
  "registration-pending": about(async (registration, locale, now) => {
    if (registration.state !== "PENDING_APPROVAL" || !isAhead(registration.event, now)) return "obsolete";
    return registrationPending(await inLetter(registration, locale, now), locale);
  }),

  "registration-waiting": about(async (registration, locale, now) => {
    const place = await findPlaceInLine(registration.id);
    const why = await findWhyWaiting(registration.id, now);
    if (place === null || !why || !isAhead(registration.event, now)) return "obsolete";
    return registrationWaiting(await inLetter(registration, locale, now), { place, why }, locale);
  }),

  "registration-offer": about(async (registration, locale, now) => {
    const until = await findOfferEnd(registration.id);
    if (!until || !isAhead(registration.event, now) || Temporal.Instant.compare(until, now) <= 0) return "obsolete";
    return registrationOffer(await inLetter(registration, locale, now), until, locale);
  }),

  "offer-expiring": about(async (registration, locale, now, { waitingId, until }) => {
    if (!isAhead(registration.event, now)) return "obsolete";
    const inSession = typeof waitingId === "string" ? await findSessionOffer(waitingId) : null;
    const end = inSession?.until ?? (waitingId === undefined ? await findOfferEnd(registration.id) : null);
    // Answered, or offered anew since with a reminder of its own.
    if (!end || end.toString() !== until || Temporal.Instant.compare(end, now) <= 0) return "obsolete";
    const offer = { until: end, session: inSession?.session ?? null };
    return offerExpiring(await inLetter(registration, locale, now), offer, locale);
  }),

  "registration-lapsed": about(async (registration, locale, now) => {
    const { event, name, reference, state } = registration;
    if (state !== "LAPSED" || !isAhead(event, now)) return "obsolete";
    const lastRegistrationDay = registrationWindow(event, now).state === "open" ? event.lastRegistrationDay : null;
    const page = eventUrl(event.slug, locale);
    return registrationLapsed({ event, name, reference, lastRegistrationDay, eventUrl: page }, locale);
  }),

  "registration-approved": whileConfirmed(async (registration, locale, now) => ({
    ...registrationApproved(await inLetter(registration, locale, now), locale),
    calendar: calendarOf(registration, "REQUEST", locale, now),
  })),

  "registration-rejected": about(async (registration, locale) => {
    const { id, event, name, reference, state } = registration;
    if (state !== "REJECTED") return "obsolete";
    const reason = await findRejectionReason(id);
    return registrationRejected({ event, name, reference, reason, eventUrl: eventUrl(event.slug, locale) }, locale);
  }),

  "session-offer": (mail, at) =>
    whileConfirmed(async (registration, locale, now) => {
      const { waitingId } = mail.params;
      const offer = typeof waitingId === "string" ? await findSessionOffer(waitingId) : null;
      if (!offer || Temporal.Instant.compare(offer.until, now) <= 0) return "obsolete";
      return sessionOffer(await inLetter(registration, locale, now), offer, locale);
    })(mail, at),
} satisfies Record<string, Composer>;
