import { Temporal } from "temporal-polyfill";
import { type CalendarEntry, calendarUid } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/localised";
import { type CalendarFacts, entryFacts } from "@/lib/events/rules/day-entries";
import { formatTime } from "@/lib/i18n/format";
import type { RegistrationForm } from "../registration-form";

/** What decides an attendee's entries; the id is the registration's, which grants nothing. */
export type CalendarRegistration = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isCancelled: boolean;
  readonly calendarSequence: number;
  /** ISO dates. */
  readonly days: readonly string[];
  readonly sessionIds: readonly string[];
  readonly form: Pick<RegistrationForm, "days" | "sessions">;
};

/**
 * An attendee's own calendar: an entry for each chosen day with its chosen sessions, and one for each session that adds no
 * day. UIDs are stable; both the event's and the registration's changes raise the sequence. No secret link inside.
 */
export function myEntries(
  mine: CalendarRegistration,
  event: CalendarFacts,
  locale: Locale,
  appUrl: string,
  now: Temporal.Instant,
): CalendarEntry[] {
  const chosen = mine.form.sessions.filter((session) => mine.sessionIds.includes(session.id));
  const entry = (key: string, startsAt: string, endsAt: string, lines: readonly string[]): CalendarEntry => ({
    ...entryFacts(event, locale, now),
    uid: calendarUid(`registration-${mine.id}-${key}`, appUrl),
    sequence: event.sequence + mine.calendarSequence,
    start: Temporal.Instant.from(startsAt),
    end: Temporal.Instant.from(endsAt),
    description: [...lines, event.page].join("\n"),
    attendee: { name: mine.name, email: mine.email },
    ...(mine.isCancelled && { status: "CANCELLED" as const }),
  });
  const days = mine.form.days.filter((day) => mine.days.includes(day.date));
  return [
    ...days.map((day) => {
      const lines = chosen
        .filter((session) => session.date === day.date)
        .map((one) => line(one, event.timeZone, locale));
      return entry(day.date, day.opensAt, day.closesAt, lines);
    }),
    ...chosen
      .filter((session) => session.date === null)
      .map((session) => ({
        ...entry(session.id, session.startsAt, session.endsAt, []),
        summary: `${session.title[locale]}: ${event.title[locale]}`,
      })),
  ];
}

type Session = RegistrationForm["sessions"][number];

function line({ title, startsAt, endsAt, room }: Session, timeZone: string, locale: Locale): string {
  const time = (instant: string) => formatTime(Temporal.Instant.from(instant), timeZone, locale);
  return `${time(startsAt)}–${time(endsAt)} ${title[locale]}${room ? `, ${room}` : ""}`;
}
