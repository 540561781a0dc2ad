import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** From so many days before the first day on, the venue takes so much of its price when it is called off. */
export type VenueStep = { readonly daysBefore: number; readonly perCent: number };

const MOST_STEPS = 10;
const stored = z.array(z.object({ daysBefore: z.int(), perCent: z.int() })).nullish();

/** Steps from a line each, such as "30 dagar: 50 %" or "30: 50", farthest first. Null for what cannot be read. */
export function readSteps(written: string): readonly VenueStep[] | null {
  const lines = written
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const steps = lines.map((line): VenueStep | null => {
    const [, days, share] = /^(\d{1,3})\s*(?:dagar|dag|days|day|d)?\s*[:;,–-]\s*(\d{1,3})\s*%?$/i.exec(line) ?? [];
    return days !== undefined && Number(share) <= 100 ? { daysBefore: Number(days), perCent: Number(share) } : null;
  });
  if (steps.length > MOST_STEPS || steps.some((step) => step === null)) return null;
  return (steps as VenueStep[]).toSorted((a, b) => b.daysBefore - a.daysBefore);
}

/** Steps as `readSteps` reads them. */
export function writtenSteps(steps: readonly VenueStep[]): string {
  return steps.map(({ daysBefore, perCent }) => `${daysBefore}: ${perCent} %`).join("\n");
}

/** The steps in a column. */
export function storedSteps(column: unknown): readonly VenueStep[] {
  return stored.parse(column) ?? [];
}

/** What a last registration day means: how long before the first day, and which of the venue's steps begin before it is over. */
export type DeadlineMeaning = {
  readonly day: Temporal.PlainDate;
  /** Negative: after the event has begun. */
  readonly daysBefore: number;
  readonly steps: readonly (VenueStep & { readonly from: Temporal.PlainDate; readonly isPassed: boolean })[];
};

/** Weighs the last registration day against the first day and the venue's steps. A step that begins that very day is passed. */
export function deadlineMeaning(
  day: Temporal.PlainDate,
  startsOn: Temporal.PlainDate,
  steps: readonly VenueStep[],
): DeadlineMeaning {
  return {
    day,
    daysBefore: startsOn.since(day).days,
    steps: steps.map((step) => {
      const from = startsOn.subtract({ days: step.daysBefore });
      return { ...step, from, isPassed: Temporal.PlainDate.compare(from, day) <= 0 };
    }),
  };
}
