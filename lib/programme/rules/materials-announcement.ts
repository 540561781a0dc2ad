import { Temporal } from "temporal-polyfill";
import { publicDay } from "./public-day";

/** The time of day at which attendees are told, where the event is. */
const TOLD_AT = Temporal.PlainTime.from("09:00");
/** Hours in which whoever published the last of it may change their mind. */
const SECOND_THOUGHTS = 1;

type Material = { readonly publicOn: Temporal.PlainDate | null; readonly publishedAt: Temporal.Instant };

/**
 * When attendees are told, in one mail, that the materials are there: in the morning on which the last of them is public,
 * never before the day after the event, and never within the hour in which something was published. Null while there is nothing.
 */
export function announcementTime(
  materials: readonly Material[],
  event: { readonly endsOn: Temporal.PlainDate; readonly timeZone: string },
): Temporal.Instant | null {
  if (materials.length === 0) return null;
  const morning = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: event.timeZone, plainTime: TOLD_AT }).toInstant();
  const times = materials.flatMap(({ publicOn, publishedAt }) => [
    morning(publicDay(publicOn, event)),
    publishedAt.add({ hours: SECOND_THOUGHTS }),
  ]);
  return [morning(event.endsOn.add({ days: 1 })), ...times].toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
