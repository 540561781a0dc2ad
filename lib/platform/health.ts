import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import manifest from "@/package.json";
import { isUnavailable } from "./database-errors";
import { database } from "./db";

/** A due mail older than this means that nothing is being sent. */
const STALLED_AFTER_SECONDS = 15 * 60;

export type Health = {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "unreachable" | "migration-pending";
  readonly queue: {
    readonly status: "ok" | "stalled" | "unknown";
    readonly oldestQueuedSeconds: number | null;
    readonly workerSeenSecondsAgo: number | null;
  };
  readonly version: string;
};

const version = manifest.version;
const unknown = { status: "unknown", oldestQueuedSeconds: null, workerSeenSecondsAgo: null } as const;

/** Whether the product can serve, and whether its mail leaves. A stalled queue is told but does not make it unready. */
export async function checkHealth(now: Temporal.Instant): Promise<Health> {
  try {
    if (await isMigrationPending()) {
      return { status: "unavailable", database: "migration-pending", queue: unknown, version };
    }
    return { status: "ok", database: "ok", queue: await checkQueue(now), version };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { status: "unavailable", database: "unreachable", queue: unknown, version };
  }
}

async function isMigrationPending(): Promise<boolean> {
  const [history] = await database().$queryRaw<{ known: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known`;
  if (!history?.known) return true;
  const rows = await database().$queryRaw<{ name: string; done: boolean }[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
  const applied = new Set(rows.filter(({ done }) => done).map(({ name }) => name));
  return (await migrationsOnDisk()).some((name) => !applied.has(name));
}

async function migrationsOnDisk(): Promise<string[]> {
  const folders = await readdir(join(process.cwd(), "prisma", "migrations")).catch(() => []);
  return folders.filter((name) => /^\d{14}_/.test(name));
}

async function checkQueue(now: Temporal.Instant): Promise<Health["queue"]> {
  const at = toTimestamp(now);
  const [oldest, worker] = await Promise.all([
    database().outboxMail.findFirst({
      where: { state: "QUEUED", notBefore: { lte: at } },
      orderBy: { notBefore: "asc" },
      select: { notBefore: true },
    }),
    database().workerHeartbeat.findFirst({ orderBy: { seenAt: "desc" }, select: { seenAt: true } }),
  ]);
  const secondsSince = (date: Date) => Math.max(0, Math.round(now.since(fromTimestamp(date)).total("seconds")));
  const oldestQueuedSeconds = oldest ? secondsSince(oldest.notBefore) : null;
  return {
    status: (oldestQueuedSeconds ?? 0) > STALLED_AFTER_SECONDS ? "stalled" : "ok",
    oldestQueuedSeconds,
    workerSeenSecondsAgo: worker ? secondsSince(worker.seenAt) : null,
  };
}
