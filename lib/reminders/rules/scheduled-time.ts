import type { Temporal } from "temporal-polyfill";
import { atLocalTime } from "@/lib/core/local-date";
import type { ReminderAnchor } from "./kinds";

/** So many days from a day of the event (negative: before it), at a wall-clock time ("HH:MM"). */
export type ReminderTiming = {
  readonly anchor: ReminderAnchor;
  readonly offsetDays: number;
  readonly localTime: string;
};

/** The event's dates, local in `timeZone` (IANA). */
export type ReminderDates = {
  readonly timeZone: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** When the last day closes. */
  readonly closesAt: Temporal.Instant;
  readonly registrationOpensOn: Temporal.PlainDate | null;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly lastNamingDay: Temporal.PlainDate | null;
};

/**
 * When a reminder is due; null when the event has no such day. Days are counted on the calendar and the time is the clock's on
 * the wall there, so nothing shifts an hour over daylight saving: 09:00 in Stockholm is 07:00Z on 26 October 2017 and 08:00Z on
 * 30 October. Derived each time it is asked for; an event that moves takes its reminders along.
 */
export function scheduledTime(
  { anchor, offsetDays, localTime }: ReminderTiming,
  event: ReminderDates,
): Temporal.Instant | null {
  const day = anchorDay(anchor, event);
  return day && atLocalTime(day.add({ days: offsetDays }), localTime, event.timeZone);
}

/** The day itself; null when the event has no such day. */
export function anchorDay(anchor: ReminderAnchor, event: ReminderDates): Temporal.PlainDate | null {
  switch (anchor) {
    case "LAST_REGISTRATION_DAY":
      return event.lastRegistrationDay;
    case "EVENT_START":
      return event.startsOn;
    case "EVENT_END":
      return event.endsOn;
    case "LAST_NAMING_DAY":
      return event.lastNamingDay;
  }
}
