import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Temporal } from "temporal-polyfill";
import { timeZoneDefinition } from "./time-zone-definition";

/** Somebody named in a calendar entry. */
export type CalendarPerson = { readonly name: string; readonly email: string };

/** One entry. It must hold no secret: calendars are shared, forwarded and shown on screens. */
export type CalendarEntry = {
  /** Stable for the entry's whole life; see `calendarUid`. */
  readonly uid: string;
  /** Rises on every change and on cancellation. */
  readonly sequence: number;
  /** When this version was made. */
  readonly stamp: Temporal.Instant;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** IANA zone in which calendars keep the entry, whatever becomes of its rules. */
  readonly timeZone: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url?: string;
  readonly organizer?: CalendarPerson;
  readonly attendee?: CalendarPerson;
  readonly status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
};

export type Calendar = {
  readonly method: "PUBLISH" | "REQUEST" | "CANCEL";
  readonly entries: readonly CalendarEntry[];
  readonly name?: string;
};

/** The UID of an entry: an id of ours at the host of the site's configured address. */
export function calendarUid(id: string, appUrl: string): string {
  return `${id}@${new URL(appUrl).hostname}`;
}

/**
 * An iCalendar file (RFC 5545): CRLF, lines folded at 75 octets between characters, times in the entry's zone with its
 * VTIMEZONE. Start and end are handed over as zoned values: given as `Date` the library would write them in the server's zone.
 */
export function buildCalendar({ method, entries, name }: Calendar): string {
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: { company: "Samling", product: "Samling" } });
  calendar.timezone({ name: null, generator: (zone) => definition(zone, entries) });
  // The library writes a calendar's name as it stands.
  if (name) calendar.name(escaped(oneLine(name)));
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: printable(entry.uid).replaceAll(/\s/g, ""),
      sequence: entry.sequence,
      stamp: entry.stamp.toZonedDateTimeISO("UTC"),
      start: entry.start.toZonedDateTimeISO(entry.timeZone),
      end: entry.end.toZonedDateTimeISO(entry.timeZone),
      timezone: entry.timeZone,
      summary: oneLine(entry.summary),
      description: printable(entry.description),
      location: oneLine(entry.location),
      status: ICalEventStatus[entry.status ?? (method === "CANCEL" ? "CANCELLED" : "CONFIRMED")],
      ...(entry.url ? { url: oneLine(entry.url) } : {}),
      ...(entry.organizer ? { organizer: person(entry.organizer) } : {}),
    });
    // What is published is asked of nobody and names nobody (RFC 5546, 3.2.1).
    if (!entry.attendee || method === "PUBLISH") continue;
    // Whoever registered has already said yes: no calendar should ask.
    const answered = { role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false };
    event.createAttendee({ ...person(entry.attendee), ...answered });
  }
  return `${calendar.toString()}\r\n`;
}

function definition(zone: string, entries: readonly CalendarEntry[]): string {
  const starts = entries.filter((entry) => entry.timeZone === zone).map((entry) => entry.start);
  const [earliest] = starts.toSorted((a, b) => Number(a.epochNanoseconds - b.epochNanoseconds));
  if (!earliest) throw new Error(`no entry in ${zone}`);
  return timeZoneDefinition(zone, earliest);
}

/** A quoted parameter knows no escape for a quotation mark (RFC 5545, 3.2), so it becomes an apostrophe. */
function person({ name, email }: CalendarPerson): CalendarPerson {
  return { name: oneLine(name).replaceAll('"', "’").replaceAll("\\", "/") || email, email: oneLine(email) };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`);
}

/** Line breaks and tabs stay; other control characters have no place in a content line. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\r\t]/gu, "");
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, " ").trim();
}
