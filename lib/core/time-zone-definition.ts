import { Temporal } from "temporal-polyfill";

/** Years of transitions looked at: enough to see whether a zone keeps to one rule. */
const YEARS = 6;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** A change of clocks: the wall clock just before it, and the offsets on both sides in nanoseconds. */
type Onset = { readonly wall: Temporal.PlainDateTime; readonly from: number; readonly to: number };

/**
 * A zone's VTIMEZONE (RFC 5545, 3.6.5) that holds from the year before `from` on, made from the zone data of the runtime, so
 * that nothing is fetched or shipped beside it. A zone that changes its clocks by one rule a year ("last Sunday of March")
 * is written with that rule, as calendars expect; any other with its single changes of the next years.
 */
export function timeZoneDefinition(timeZone: string, from: Temporal.Instant): string {
  const start = Temporal.PlainDate.from({ year: from.toZonedDateTimeISO(timeZone).year - 1, month: 1, day: 1 });
  const begin = start.toZonedDateTime(timeZone);
  const onsets = onsetsAfter(begin, start.add({ years: YEARS }).toZonedDateTime(timeZone));
  const standing = begin.offsetNanoseconds;
  const lowest = Math.min(standing, ...onsets.map((onset) => onset.to));
  const parts = (recurring(onsets) ?? single(onsets, standing)).flatMap(({ onset, rule }) =>
    observance(onset, rule, onset.to > lowest),
  );
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...parts, "END:VTIMEZONE"].join("\r\n");
}

function onsetsAfter(begin: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Onset[] {
  const onsets: Onset[] = [];
  let next = begin.getTimeZoneTransition("next");
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    const wall = next.toInstant().add({ nanoseconds: before }).toZonedDateTimeISO("UTC").toPlainDateTime();
    // Some changes are of the zone's name alone.
    if (before !== next.offsetNanoseconds) onsets.push({ wall, from: before, to: next.offsetNanoseconds });
    next = next.getTimeZoneTransition("next");
  }
  return onsets;
}

/** Two changes a year, each by one rule, as two recurring onsets; null for any other zone. */
function recurring(onsets: readonly Onset[]): { onset: Onset; rule: string | null }[] | null {
  const found: { onset: Onset; rule: string }[] = [];
  for (const parity of [0, 1]) {
    const group = onsets.filter((_, index) => index % 2 === parity);
    const rule = yearlyRule(group);
    if (!group[0] || !rule) return null;
    found.push({ onset: group[0], rule });
  }
  return found;
}

/** Every change by itself. The offset before the first one has a beginning too, or that stretch would have none. */
function single(onsets: readonly Onset[], standing: number): { onset: Onset; rule: string | null }[] {
  const first: Onset = { wall: Temporal.PlainDateTime.from("1970-01-01T00:00"), from: standing, to: standing };
  return [first, ...onsets].map((onset) => ({ onset, rule: null }));
}

/** "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" when each year's change is on that day and alike in all else; or null. */
function yearlyRule(group: readonly Onset[]): string | null {
  const [head] = group;
  if (!head || group.length !== YEARS) return null;
  const alike = group.every(
    ({ wall, from, to }, index) =>
      wall.year === head.wall.year + index &&
      wall.month === head.wall.month &&
      wall.dayOfWeek === head.wall.dayOfWeek &&
      wall.toPlainTime().equals(head.wall.toPlainTime()) &&
      from === head.from &&
      to === head.to,
  );
  const nth = Math.ceil(head.wall.day / 7);
  const isLast = group.every(({ wall }) => wall.day + 7 > wall.daysInMonth);
  const isNth = group.every(({ wall }) => Math.ceil(wall.day / 7) === nth);
  if (!alike || !(isLast || isNth)) return null;
  return `FREQ=YEARLY;BYMONTH=${head.wall.month};BYDAY=${isLast ? -1 : nth}${WEEKDAYS[head.wall.dayOfWeek - 1]}`;
}

function observance({ wall, from, to }: Onset, rule: string | null, isDaylight: boolean): string[] {
  const kind = isDaylight ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wall.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "")}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ];
}

/** "+0100", with seconds only where a zone has them. */
function offset(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const digits = (seconds % 60 === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, "0"));
  return `${nanoseconds < 0 ? "-" : "+"}${digits.join("")}`;
}
