import type { Temporal } from "temporal-polyfill";
import { registrationCancelled } from "@/emails/registration-cancelled";
import { registrationChanged } from "@/emails/registration-changed";
import { registrationConfirmed } from "@/emails/registration-confirmed";
import { registrationExists } from "@/emails/registration-exists";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { buildCalendar } from "@/lib/core/calendar";
import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { isAhead, personalLinkExpiry } from "@/lib/events/rules/event-life";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { selfServiceDeadlines } from "@/lib/events/rules/self-service-deadlines";
import { localePath } from "@/lib/i18n/paths";
import type { ClaimedMail, ComposedMail, Composer } from "@/lib/mail/composed";
import { parseSender } from "@/lib/mail/rules/sender";
import { env } from "@/lib/platform/env";
import { findRegistrationInMail, type RegistrationInMail } from "./queries/registration-in-mail";
import { calendarEntry } from "./rules/calendar-entry";
import { isLiving } from "./rules/transitions";

/** How the messages about a registration are composed: from the state as it is when they leave. */
export const registrationMails = {
  "registration-confirmed": whileConfirmed(async (registration, locale, now) => ({
    ...registrationConfirmed(await inLetter(registration, locale, now), locale),
    calendar: calendarOf(registration, "REQUEST", locale, now),
  })),

  "registration-changed": whileConfirmed(async (registration, locale, now) => ({
    ...registrationChanged(await inLetter(registration, locale, now), locale),
    calendar: calendarOf(registration, "REQUEST", locale, now),
  })),

  "registration-exists": about(async (registration, locale, now) => {
    if (!isLiving(registration.state) || !isAhead(registration.event, now)) return "obsolete";
    return registrationExists(await inLetter(registration, locale, now), locale);
  }),

  "registration-cancelled": about(async (registration, locale, now, { hadPlace }) => {
    const { event, name, reference, state } = registration;
    if (state !== "CANCELLED") return "obsolete";
    const isOpen = registrationWindow(event, now).state === "open";
    const lastRegistrationDay = isOpen ? event.lastRegistrationDay : null;
    return {
      ...registrationCancelled(
        {
          event,
          name,
          reference,
          lastRegistrationDay,
          eventUrl: eventUrl(event.slug, locale),
          hadPlace: hadPlace !== false,
        },
        locale,
      ),
      // Who never had a place has no entry to take back.
      ...(hadPlace !== false && { calendar: calendarOf(registration, "CANCEL", locale, now) }),
    };
  }),
} satisfies Record<string, Composer>;

type About = (
  registration: RegistrationInMail,
  locale: Locale,
  now: Temporal.Instant,
  /** What the outbox row holds besides ids. */
  params: ClaimedMail["params"],
) => Promise<ComposedMail | "obsolete">;

/** A message about a registration that is still there; answers go to the event's contact. */
export function about(compose: About): Composer {
  return async (mail: ClaimedMail, now) => {
    const registration = mail.registrationId ? await findRegistrationInMail(mail.registrationId) : null;
    if (!registration) return "obsolete";
    const composed = await compose(registration, mail.locale, now, mail.params);
    return composed === "obsolete" ? composed : { ...composed, replyTo: registration.event.contact };
  };
}

/** A message to somebody who has a place at an event that is still to come. */
export function whileConfirmed(compose: About): Composer {
  return about(async (registration, locale, now, params) =>
    registration.state === "CONFIRMED" && isAhead(registration.event, now)
      ? compose(registration, locale, now, params)
      : "obsolete",
  );
}

/** The registration as a letter says it, with a personal link made for this very letter. */
export async function inLetter(
  registration: RegistrationInMail,
  locale: Locale,
  now: Temporal.Instant,
): Promise<RegistrationInLetter> {
  const { id, event } = registration;
  const token = await mintPersonalLink({ purpose: "REGISTRATION", registrationId: id }, personalLinkExpiry(event));
  return letterOf(registration, `${siteUrl()}${localePath(locale, `/r/${token}`)}`, now);
}

/** The registration as a letter says it, with a link to somewhere else where another than its attendee is to read it. */
export function letterOf(registration: RegistrationInMail, link: string, now: Temporal.Instant): RegistrationInLetter {
  const { event, category } = registration;
  const deadlines = selfServiceDeadlines({ ...event, extendedThrough: registration.extendedThrough }, now);
  const lastDay = (closesAt: Temporal.Instant) => localDate(closesAt.subtract({ milliseconds: 1 }), event.timeZone);
  return {
    ...registration,
    category: event.hasCategories ? category : null,
    lastEditDay: deadlines.canEdit ? lastDay(deadlines.editClosesAt) : null,
    lastCancelDay: deadlines.canCancel ? lastDay(deadlines.cancelClosesAt) : null,
    link,
  };
}

/** The calendar entry of a registration as its mails carry it. */
export function calendarOf(
  registration: RegistrationInMail,
  method: "REQUEST" | "CANCEL",
  locale: Locale,
  now: Temporal.Instant,
) {
  const { APP_URL, MAIL_FROM } = env();
  const { name, address } = parseSender(MAIL_FROM);
  const site = {
    appUrl: APP_URL,
    eventUrl: eventUrl(registration.event.slug, locale),
    sender: { name, email: address },
  };
  return { method, content: buildCalendar({ method, entries: [calendarEntry(registration, site, locale, now)] }) };
}

const siteUrl = () => new URL(env().APP_URL).origin;
/** The address of an event's page, for a letter. */
export const eventUrl = (slug: string, locale: Locale) => `${siteUrl()}${localePath(locale, `/events/${slug}`)}`;
