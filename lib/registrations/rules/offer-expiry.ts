import { Temporal } from "temporal-polyfill";
import { atLocalTime, endOfDay, localDate } from "@/lib/core/local-date";
import { isSwedishHoliday } from "@/lib/core/swedish-holidays";

/** What decides how long an offered place is kept. Dates are local dates in `timeZone` (IANA). */
export type OfferFacts = {
  readonly timeZone: string;
  /** Working hours (weekdays 08-17) for which an offer is kept. */
  readonly offerHours: number;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly lastCateringDay: Temporal.PlainDate | null;
};

/** Until when an offer made now is kept, or which deadline leaves too little time for an answer. */
export type OfferEnd =
  | { readonly kind: "until"; readonly until: Temporal.Instant }
  | { readonly kind: "too-late"; readonly deadline: "registration" | "catering"; readonly day: Temporal.PlainDate };

const OPENS = "08:00";
const CLOSES = "17:00";
const SATURDAY = 6;
/** Less than this to answer in is no offer. */
const LEAST_HOURS = 1;

/**
 * When an offer made at `now` ends: after `offerHours` working hours, Monday to Friday 08-17 where the event is and not on
 * Swedish holidays, so that nights and weekends count for nothing. It never lasts past the last registration day or the
 * caterer's last day; where that leaves less than one working hour, nobody is offered.
 */
export function offerEnd(event: OfferFacts, now: Temporal.Instant): OfferEnd {
  const { deadline, day } = firstDeadline(event);
  const closesAt = endOfDay(day, event.timeZone);
  const least = afterWorkingHours(LEAST_HOURS, event.timeZone, now);
  if (Temporal.Instant.compare(least, closesAt) > 0) return { kind: "too-late", deadline, day };
  const until = afterWorkingHours(event.offerHours, event.timeZone, now);
  return { kind: "until", until: Temporal.Instant.compare(until, closesAt) > 0 ? closesAt : until };
}

function firstDeadline({ lastRegistrationDay, lastCateringDay }: OfferFacts) {
  return lastCateringDay && Temporal.PlainDate.compare(lastCateringDay, lastRegistrationDay) < 0
    ? ({ deadline: "catering", day: lastCateringDay } as const)
    : ({ deadline: "registration", day: lastRegistrationDay } as const);
}

/** The instant at which so many working hours have passed since `now`. */
export function afterWorkingHours(hours: number, timeZone: string, now: Temporal.Instant): Temporal.Instant {
  let left = hours * 3_600_000;
  for (let day = localDate(now, timeZone); ; day = day.add({ days: 1 })) {
    if (!isWorkingDay(day, timeZone)) continue;
    const opens = atLocalTime(day, OPENS, timeZone).epochMilliseconds;
    const from = Math.max(opens, now.epochMilliseconds);
    const open = atLocalTime(day, CLOSES, timeZone).epochMilliseconds - from;
    if (open >= left) return Temporal.Instant.fromEpochMilliseconds(from + left);
    left -= Math.max(open, 0);
  }
}

/** How many working hours lie between two instants. */
export function workingHoursBetween(from: Temporal.Instant, until: Temporal.Instant, timeZone: string): number {
  let milliseconds = 0;
  const last = localDate(until, timeZone);
  for (let day = localDate(from, timeZone); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!isWorkingDay(day, timeZone)) continue;
    const opens = Math.max(atLocalTime(day, OPENS, timeZone).epochMilliseconds, from.epochMilliseconds);
    const closes = Math.min(atLocalTime(day, CLOSES, timeZone).epochMilliseconds, until.epochMilliseconds);
    milliseconds += Math.max(0, closes - opens);
  }
  return milliseconds / 3_600_000;
}

function isWorkingDay(day: Temporal.PlainDate, timeZone: string): boolean {
  return day.dayOfWeek < SATURDAY && !(timeZone === "Europe/Stockholm" && isSwedishHoliday(day));
}
