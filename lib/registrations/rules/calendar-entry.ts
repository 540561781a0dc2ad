import { Temporal } from "temporal-polyfill";
import { type CalendarEntry, type CalendarPerson, calendarUid } from "@/lib/core/calendar";
import type { Locale, Localised } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";

type Span = { readonly opensAt: Temporal.Instant; readonly closesAt: Temporal.Instant };

/** What an attendee's calendar entry is made of. */
export type EntryFacts = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly email: string;
  readonly calendarSequence: number;
  readonly days: readonly Span[];
  readonly sessions: readonly { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }[];
  readonly event: {
    readonly slug: string;
    readonly title: Localised;
    readonly organiser: string;
    readonly timeZone: string;
    readonly calendarSequence: number;
    readonly days: readonly Span[];
    readonly venue: { readonly name: string; readonly street: string | null; readonly city: string } | null;
  };
};

/**
 * The one entry of a registration: from the first chosen day's opening to the last one's end; of the sessions where no day
 * was chosen, as with an evening before. Its sequence is the sum of two that only rise, the event's and the registration's
 * own, so that it rises when either does. Holds the public address of the event and no personal link.
 */
export function calendarEntry(
  registration: EntryFacts,
  site: { readonly appUrl: string; readonly eventUrl: string; readonly sender: CalendarPerson },
  locale: Locale,
  stamp: Temporal.Instant,
): CalendarEntry {
  const { event, days, sessions, reference } = registration;
  const own = days.length > 0 ? days : sessions.map((one) => ({ opensAt: one.startsAt, closesAt: one.endsAt }));
  const spans = own.length > 0 ? own : event.days;
  const [start] = spans.map((span) => span.opensAt).toSorted(Temporal.Instant.compare);
  const end = spans
    .map((span) => span.closesAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  if (!start || !end) throw new Error("an event without days has no calendar entry");
  const { venue } = event;
  return {
    uid: calendarUid(registration.id, site.appUrl),
    sequence: event.calendarSequence + registration.calendarSequence,
    stamp,
    start,
    end,
    timeZone: event.timeZone,
    summary: event.title[locale],
    description: `${reference}\n${site.eventUrl}`,
    location: venue ? [venue.name, venue.street, venue.city].filter(Boolean).join(", ") : "",
    url: site.eventUrl,
    organizer: { name: event.organiser, email: site.sender.email },
    attendee: { name: plainName(registration.name), email: registration.email },
  };
}
