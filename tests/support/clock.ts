import { Temporal } from "temporal-polyfill";

/** An instant written as people say it: `at("2027-03-28 02:30", "Europe/Stockholm")`. Swedish time unless told otherwise. */
export function at(wallClock: string, timeZone = "Europe/Stockholm"): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock.replace(" ", "T")).toZonedDateTime(timeZone).toInstant();
}

/** The present of every test that does not care: a Tuesday noon, far from both clock changes. */
export const NOW = at("2026-09-15 12:00");
