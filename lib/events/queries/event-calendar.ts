import type { Temporal } from "temporal-polyfill";
import { buildCalendar } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";
import { dayEntries } from "../rules/day-entries";
import { findPublishedEvent } from "./published-event";

/** An event as a calendar file, an entry for each day. Null for what visitors may not see and for an event without days. */
export async function findEventCalendar(slug: string, locale: Locale, now: Temporal.Instant): Promise<string | null> {
  const event = await findPublishedEvent(slug, now);
  if (!event || event.days.length === 0) return null;
  const isCancelled = event.status === "CANCELLED";
  const facts = {
    ...event,
    isCancelled,
    sequence: event.calendarSequence,
    page: env().APP_URL + localePath(locale, `/events/${slug}`),
  };
  const entries = dayEntries(facts, locale, env().APP_URL, now);
  return buildCalendar({ method: "PUBLISH", entries, name: event.title[locale] });
}
