import { Temporal } from "temporal-polyfill";

const FIXED = ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"];
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day. */
const FROM_EASTER = [-2, 1, 39];
const FRIDAY = 5;

/**
 * Whether a day is free from work in Sweden though it may be a weekday: the public holidays of the act on them (1989:253)
 * and the three eves that count as Sundays in collective agreements and the holiday act (1977:480, 3 a §): midsummer's,
 * Christmas and New Year's. Holidays that always fall on a weekend are left out.
 */
export function isSwedishHoliday(date: Temporal.PlainDate): boolean {
  if (FIXED.includes(date.toString().slice(5))) return true;
  const fromEaster = easterSunday(date.year).until(date, { largestUnit: "days" }).days;
  return FROM_EASTER.includes(fromEaster) || isMidsummerEve(date);
}

function isMidsummerEve({ month, day, dayOfWeek }: Temporal.PlainDate): boolean {
  return month === 6 && dayOfWeek === FRIDAY && day >= 19 && day <= 25;
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, as in Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - skipped - moon + 15) % 30;
  const inCentury = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
