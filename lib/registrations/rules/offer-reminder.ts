import { Temporal } from "temporal-polyfill";
import { afterWorkingHours, workingHoursBetween } from "./offer-expiry";

/** Whoever is reminded has at least this long, in working hours, to answer in. */
const LEAST_LEFT_HOURS = 2;
/** An offer that was made less than this ago has just been read. */
const LEAST_GONE_HOURS = 1;

/**
 * When somebody who has not answered an offer is reminded: when half of its working hours (weekdays 08-17 in `timeZone`, not on
 * Swedish holidays) are left, two at the least, so never at night or on a weekend. Null for an offer too short for that.
 */
export function offerReminderAt(
  timeZone: string,
  offer: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Temporal.Instant | null {
  const all = workingHoursBetween(offer.from, offer.until, timeZone);
  const gone = all - Math.max(all / 2, LEAST_LEFT_HOURS);
  if (gone < LEAST_GONE_HOURS) return null;
  const at = afterWorkingHours(gone, timeZone, offer.from);
  // Where half is gone just as a day closes, the reminder waits for the next morning: nobody reads it in between.
  const opens = afterWorkingHours(1 / 60, timeZone, at).subtract({ minutes: 1 });
  return Temporal.Instant.compare(opens, at) > 0 ? opens : at;
}
