import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "./db";

/** Leaves a process's sign of life, for the health check. */
export async function beat(name: string, now: Temporal.Instant): Promise<void> {
  const seenAt = toTimestamp(now);
  await database().workerHeartbeat.upsert({ where: { name }, create: { name, seenAt }, update: { seenAt } });
}
