import { Temporal } from "temporal-polyfill";

/** The present moment. Called at the edge (page, route, worker); everything below is handed its `now`. */
export function currentInstant(): Temporal.Instant {
  return Temporal.Now.instant();
}

/** A timestamp from the database as an instant. */
export function fromTimestamp(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** An instant as the database's timestamp (milliseconds). */
export function toTimestamp(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
