import type { Temporal } from "temporal-polyfill";

/** How long a worker's claim on a mail holds. Past it the worker counts as dead and another one takes over. */
export const LEASE_SECONDS = 120;

/** The most that sending one mail may take, well within the lease: a worker never sends what is no longer its own. */
export const SENDING_SECONDS = 60;

const FIRST_RETRY_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 10 * 60;
/** RFC 5321, 4.5.4.1 asks for four to five days of trying. */
const GIVE_UP_AFTER_DAYS = 4;

/** When to try again after the given number of attempts: twice as long each time, at most ten minutes. */
export function nextAttempt(attempts: number, now: Temporal.Instant): Temporal.Instant {
  const seconds = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 10));
  return now.add({ seconds });
}

/** Whether a mail has been tried for so long that trying more helps nobody. */
export function isGivenUp(createdAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(createdAt).total("hours") >= GIVE_UP_AFTER_DAYS * 24;
}
