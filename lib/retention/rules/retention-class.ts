import { Temporal } from "temporal-polyfill";

/** What is kept for a time of its own, in the order it is listed. */
export const RETENTION_CLASSES = ["ATTENDEES", "INVITED", "LETTERS", "BILLING", "LOG"] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

const MONTHS = {
  ATTENDEES: { fewest: 1, usual: 24 },
  INVITED: { fewest: 1, usual: 12 },
  LETTERS: { fewest: 1, usual: 12 },
  // Bokföringslagen (1999:1078) 7 kap. 2 §: through the seventh year after the end of the calendar year.
  BILLING: { fewest: 84, usual: 84 },
  LOG: { fewest: 12, usual: 60 },
} as const satisfies Record<RetentionClass, { readonly fewest: number; readonly usual: number }>;

export const MOST_MONTHS = 1200;

/** The fewest months a class has to be kept. */
export function fewestMonths(dataClass: RetentionClass): number {
  return MONTHS[dataClass].fewest;
}

/** What is proposed where an organisation has decided nothing yet. */
export function usualMonths(dataClass: RetentionClass): number {
  return MONTHS[dataClass].usual;
}

/**
 * The first day on which a class of an event's data is to be gone: so many months after its last day, for billing after the end
 * of that calendar year.
 */
export function goneFrom(dataClass: RetentionClass, endsOn: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const counted = dataClass === "BILLING" ? new Temporal.PlainDate(endsOn.year, 12, 31) : endsOn;
  return counted.add({ months }).add({ days: 1 });
}
