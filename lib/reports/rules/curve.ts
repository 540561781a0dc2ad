import type { Temporal } from "temporal-polyfill";

/** Registrations made on one local day. */
export type DayCount = { readonly day: Temporal.PlainDate; readonly count: number };
/** Registrations made up to the end of a day, so many days before the last registration day (negative after it). */
export type CurvePoint = {
  readonly day: Temporal.PlainDate;
  readonly daysBefore: number;
  readonly added: number;
  readonly total: number;
};

/**
 * Sums registrations per day up, one point a day without gaps, from the first one to `until` or the last one if later.
 * Days are placed by their distance to the last registration day, so that editions can be laid over each other.
 */
export function cumulativeCurve(
  counts: readonly DayCount[],
  deadline: Temporal.PlainDate,
  until: Temporal.PlainDate,
): readonly CurvePoint[] {
  const first = counts[0];
  if (!first) return [];
  const perDay = new Map(counts.map(({ day, count }) => [day.toString(), count]));
  const lastCounted = counts[counts.length - 1]?.day ?? first.day;
  const days = lastCounted.since(first.day).days;
  const toUntil = until.since(first.day).days;
  let total = 0;
  return Array.from({ length: Math.max(days, toUntil) + 1 }, (_, index) => {
    const day = first.day.add({ days: index });
    const added = perDay.get(day.toString()) ?? 0;
    total += added;
    return { day, daysBefore: deadline.since(day).days, added, total };
  });
}
