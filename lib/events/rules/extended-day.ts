import { Temporal } from "temporal-polyfill";

/** A last day as it is for one person: the later of everybody's and the one the organiser gave this person alone. */
export function extendedDay(day: Temporal.PlainDate, extendedThrough: Temporal.PlainDate | null): Temporal.PlainDate {
  return extendedThrough && Temporal.PlainDate.compare(extendedThrough, day) > 0 ? extendedThrough : day;
}
