import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { buildCalendar, type CalendarEntry } from "@/lib/core/calendar";
import type { Locale, Localised } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { parseSender } from "@/lib/mail/rules/sender";
import { env } from "@/lib/platform/env";
import { besideEntries } from "../rules/beside-entries";
import { calendarEntry } from "../rules/calendar-entry";
import { getRegistration } from "./my-registration";
import { findRegistrationInMail } from "./registration-in-mail";

/**
 * An attendee's own calendar file: the entry their mails carry, under the same UID, and one for each chosen session beside
 * the days. A registration that is not confirmed is called off in it.
 */
export async function findMyCalendar(
  scope: RegistrationScope,
  locale: Locale,
  now: Temporal.Instant,
): Promise<string | null> {
  const mine = await findMyEntries(scope, locale, now);
  return mine && buildCalendar({ method: "PUBLISH", entries: mine.entries, name: mine.title[locale] });
}

/** The entries of one registration, and what its event is called; null when it was erased. */
export async function findMyEntries(
  scope: RegistrationScope,
  locale: Locale,
  now: Temporal.Instant,
): Promise<{ readonly title: Localised; readonly entries: readonly CalendarEntry[] } | null> {
  const registration = await findRegistrationInMail(scope.registrationId);
  if (!registration) return null;
  const { APP_URL: appUrl, MAIL_FROM } = env();
  const { name, address } = parseSender(MAIL_FROM);
  const eventUrl = appUrl + localePath(locale, `/events/${registration.event.slug}`);
  const entry = calendarEntry(registration, { appUrl, eventUrl, sender: { name, email: address } }, locale, now);
  const mine = await getRegistration(scope, now);
  const beside = registration.days.length > 0 ? besideEntries(mine, entry, registration.id, { appUrl, locale }) : [];
  const isOn = mine.state === "CONFIRMED" && mine.form.window.state !== "cancelled";
  const status = isOn ? ("CONFIRMED" as const) : ("CANCELLED" as const);
  return { title: registration.event.title, entries: [entry, ...beside].map((one) => ({ ...one, status })) };
}
