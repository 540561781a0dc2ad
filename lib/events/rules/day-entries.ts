import type { Temporal } from "temporal-polyfill";
import { type CalendarEntry, calendarUid } from "@/lib/core/calendar";
import type { Locale, Localised } from "@/lib/core/localised";

/** What a calendar says about an event. */
export type CalendarFacts = {
  readonly title: Localised;
  readonly summary: Localised;
  readonly timeZone: string;
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** The event's page, without anything personal. */
  readonly page: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly venue: { readonly name: string; readonly street: string | null; readonly city: string } | null;
  readonly days: readonly {
    readonly id: string;
    readonly title: Localised | null;
    readonly opensAt: Temporal.Instant;
    readonly closesAt: Temporal.Instant;
  }[];
};

/** An entry for each day of an event, so that nights between them stay free. */
export function dayEntries(
  event: CalendarFacts,
  locale: Locale,
  appUrl: string,
  now: Temporal.Instant,
): CalendarEntry[] {
  return event.days.map((day) => ({
    sequence: event.sequence,
    stamp: now,
    timeZone: event.timeZone,
    summary: event.title[locale],
    location: [event.venue?.name, event.venue?.street, event.venue?.city].filter(Boolean).join(", "),
    url: event.page,
    organizer: { name: event.contact.name, email: event.contact.email },
    status: event.isCancelled ? "CANCELLED" : "CONFIRMED",
    uid: calendarUid(`event-day-${day.id}`, appUrl),
    start: day.opensAt,
    end: day.closesAt,
    description: [day.title?.[locale], event.summary[locale], event.page].filter(Boolean).join("\n\n"),
  }));
}
