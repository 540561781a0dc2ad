import { Temporal } from "temporal-polyfill";
import { endOfDay } from "@/lib/core/local-date";

/**
 * Until when places may be held for colleagues whose names come later: through the last naming day, a local day of the event.
 * Null where the organiser has set no such day or it has passed.
 */
export function namingEnd(
  lastNamingDay: Temporal.PlainDate | null,
  timeZone: string,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const end = lastNamingDay && endOfDay(lastNamingDay, timeZone);
  return end && Temporal.Instant.compare(now, end) < 0 ? end : null;
}
