import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "./db";

const FORGOTTEN_AFTER_HOURS = 24;

/** Leaves a process's sign of life, for the health check, and forgets processes that are long gone. */
export async function beat(name: string, now: Temporal.Instant): Promise<void> {
  const seenAt = toTimestamp(now);
  await database().workerHeartbeat.upsert({ where: { name }, create: { name, seenAt }, update: { seenAt } });
  const before = toTimestamp(now.subtract({ hours: FORGOTTEN_AFTER_HOURS }));
  await database().workerHeartbeat.deleteMany({ where: { seenAt: { lt: before } } });
}
