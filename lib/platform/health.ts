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
    /** Mails given up, refused or reported as undelivered in the last hour. */
    readonly failedLastHour: number | null;
    /** Mails that a worker took and let its time run out with. */
    readonly expiredLeases: number | null;
  };
  readonly version: string;
};

const version = manifest.version;
const unknown = {
  status: "unknown",
  oldestQueuedSeconds: null,
  workerSeenSecondsAgo: null,
  failedLastHour: null,
  expiredLeases: null,
} as const;

/**
 * Whether the product can serve, and whether its mail leaves. Mail that is retried, refused or late is told and alarms nobody;
 * a due mail that nobody has touched for a quarter of an hour makes the whole unavailable, for no worker works.
 */
export async function checkHealth(now: Temporal.Instant): Promise<Health> {
  try {
    if (await isMigrationPending()) {
      return { status: "unavailable", database: "migration-pending", queue: unknown, version };
    }
    const queue = await checkQueue(now);
    return { status: queue.status === "stalled" ? "unavailable" : "ok", database: "ok", queue, version };
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
  const [oldest, expired, failedLastHour, worker] = await Promise.all([
    database().outboxMail.findFirst({
      where: { state: "QUEUED", notBefore: { lte: at } },
      orderBy: { notBefore: "asc" },
      select: { notBefore: true },
    }),
    database().outboxMail.aggregate({
      where: { state: "SENDING", leasedUntil: { lte: at } },
      _count: true,
      _min: { leasedUntil: true },
    }),
    database().outboxMail.count({ where: { failedAt: { gt: toTimestamp(now.subtract({ hours: 1 })) } } }),
    database().workerHeartbeat.findFirst({ orderBy: { seenAt: "desc" }, select: { seenAt: true } }),
  ]);
  const secondsSince = (date: Date) => Math.max(0, Math.round(now.since(fromTimestamp(date)).total("seconds")));
  const oldestQueuedSeconds = oldest ? secondsSince(oldest.notBefore) : null;
  const { leasedUntil } = expired._min;
  const longest = Math.max(oldestQueuedSeconds ?? 0, leasedUntil ? secondsSince(leasedUntil) : 0);
  return {
    status: longest > STALLED_AFTER_SECONDS ? "stalled" : "ok",
    oldestQueuedSeconds,
    workerSeenSecondsAgo: worker ? secondsSince(worker.seenAt) : null,
    failedLastHour,
    expiredLeases: expired._count,
  };
}
