import { Temporal } from "temporal-polyfill";

/** Whether a mailing has not begun to leave, so that all of it can be taken back. */
export function canTakeBack(leavesAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, leavesAt) < 0;
}
