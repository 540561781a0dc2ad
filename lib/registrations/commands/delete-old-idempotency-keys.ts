import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";

/** Keys are promised to live for 24 hours; they are kept for 48. */
const KEPT_HOURS = 48;

/** Deletes idempotency keys that nobody retries any more. Returns how many. For the worker's hourly job. */
export async function deleteOldIdempotencyKeys(now: Temporal.Instant): Promise<number> {
  const before = toTimestamp(now.subtract({ hours: KEPT_HOURS }));
  return (await database().idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
