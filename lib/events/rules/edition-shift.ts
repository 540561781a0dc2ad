import { Temporal } from "temporal-polyfill";
import { isSwedishHoliday } from "@/lib/core/swedish-holidays";

/** Fifty-two weeks: the same weekday, about the same time of the year. */
const EDITION_DAYS = 364;

/** The first day proposed for the next edition: fifty-two weeks on, as many times as it takes to be ahead. */
export function proposedFirstDay(startsOn: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const past = Math.max(0, startsOn.until(today, { largestUnit: "days" }).days);
  return startsOn.add({ days: EDITION_DAYS * (1 + Math.floor(past / EDITION_DAYS)) });
}

/** A first day as forms and addresses carry it; null for what is no date, or none that anybody plans for. */
export function readFirstDay(text: string): Temporal.PlainDate | null {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** How many days everything moves when the first day does; negative backwards. */
export function editionDays(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: "days" }).days;
}

/**
 * The same wall-clock time so many days later in an IANA zone, whatever summer time does in between. A time that does not
 * exist on its new day moves forward, as clocks do.
 */
export function shiftMoment(moment: Temporal.Instant, days: number, timeZone: string): Temporal.Instant {
  const local = moment.toZonedDateTimeISO(timeZone).toPlainDateTime().add({ days });
  return local.toZonedDateTime(timeZone).toInstant();
}

/** What an organiser should think about when something falls on a day: nothing, a weekend, or a holiday in Sweden. */
export function dayCaution(date: Temporal.PlainDate): "holiday" | "weekend" | null {
  if (isSwedishHoliday(date)) return "holiday";
  return date.dayOfWeek > 5 ? "weekend" : null;
}

/** A title of the edition before with the new year in it, where it had the old one; "Möten 2026" becomes "Möten 2027". */
export function retitled(title: string, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  return title.replaceAll(new RegExp(`(?<!\\d)${from.year}(?!\\d)`, "g"), String(to.year));
}

/** What a series is called after one of its editions: the title without its year. */
export function withoutYear(title: string): string {
  return (
    title
      .replaceAll(/(?<!\d)20\d\d(?!\d)/g, "")
      .replaceAll(/\s+/g, " ")
      .trim() || title
  );
}
