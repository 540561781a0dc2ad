import type { Temporal } from "temporal-polyfill";
import { atLocalTime } from "@/lib/core/local-date";

/** "N days before the last registration day" or "before the first day", at a wall-clock time ("HH:MM"). */
export type ReminderTiming = {
  readonly kind: "INVITED_UNANSWERED" | "CONFIRMED_BEFORE_EVENT";
  readonly daysBefore: number;
  readonly localTime: string;
};

/** The event's dates, local in `timeZone` (IANA). */
export type ReminderDates = {
  readonly timeZone: string;
  readonly startsOn: Temporal.PlainDate;
  readonly lastRegistrationDay: Temporal.PlainDate;
};

/**
 * When a reminder is due. Days are counted on the calendar and the time is the clock's on the wall there, so nothing shifts
 * an hour over daylight saving: 09:00 in Stockholm is 07:00Z on 26 October 2017 and 08:00Z on 30 October. Derived each time
 * it is asked for; an event that moves takes its reminders along.
 */
export function scheduledTime({ kind, daysBefore, localTime }: ReminderTiming, event: ReminderDates): Temporal.Instant {
  const day = kind === "INVITED_UNANSWERED" ? event.lastRegistrationDay : event.startsOn;
  return atLocalTime(day.subtract({ days: daysBefore }), localTime, event.timeZone);
}
