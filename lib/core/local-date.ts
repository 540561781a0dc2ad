import { Temporal } from "temporal-polyfill";

/** A `date` column (midnight UTC in the driver) as the calendar date it means. */
export function fromDateColumn(date: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(date.toISOString().slice(0, 10));
}

/** A calendar date as the driver's value for a `date` column. */
export function toDateColumn(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`);
}

/** The instant at which a local day begins in an IANA zone. */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime(timeZone).toInstant();
}

/** The first instant after a local day: "last day 2 November" closes here, at the start of 3 November. */
export function endOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return startOfDay(date.add({ days: 1 }), timeZone);
}

/** The calendar date at an instant in an IANA zone. */
export function localDate(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The instant of a wall-clock time on a local day. Times skipped by daylight saving move forward, as clocks do. */
export function atLocalTime(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}
