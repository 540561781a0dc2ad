import { Temporal } from "temporal-polyfill";

/** ISO weekdays, for the plans to read well. */
export const WEEKDAY = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5 } as const;

/**
 * The first day of an upcoming conference: the given weekday at least so many weeks ahead, moved on by whole weeks past
 * days when no Swedish public body would hold one (Christmas, Easter week, Ascension, 1 May, 6 June, the summer).
 */
export function conferenceDay(
  today: Temporal.PlainDate,
  weeks: number,
  weekday: (typeof WEEKDAY)[keyof typeof WEEKDAY],
  length = 1,
): Temporal.PlainDate {
  const earliest = today.add({ weeks });
  let first = earliest.add({ days: (weekday - earliest.dayOfWeek + 7) % 7 });
  while (Array.from({ length }, (_, day) => first.add({ days: day })).some(isHoliday)) first = first.add({ weeks: 1 });
  return first;
}

/** That many days from today, moved on to Monday when it falls on a weekend. */
export function workday(today: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const day = today.add({ days });
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
}

function isHoliday(day: Temporal.PlainDate): boolean {
  const monthDay = day.toString().slice(5);
  if (monthDay >= "12-18" || monthDay <= "01-07" || (monthDay >= "06-17" && monthDay <= "08-14")) return true;
  if (monthDay === "05-01" || monthDay === "06-06") return true;
  const sinceEaster = easter(day.year).until(day).days;
  return (sinceEaster >= -6 && sinceEaster <= 1) || sinceEaster === 39 || sinceEaster === 40;
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876). */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return new Temporal.PlainDate(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
