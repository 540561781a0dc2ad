import { readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { isOwner } from "@/lib/auth/queries/user";
import type { UserScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { checkHealth } from "@/lib/platform/health";
import { LAST_BACKUP } from "@/lib/platform/last-backup";
import { openSmtp } from "@/lib/platform/smtp";
import { smtpProblem } from "@/lib/platform/smtp-problem";
import { type Check, type Installation, installationChecks } from "../rules/installation-checks";

export type { Check };

/** Whoever waits for the page waits for the mail server: it gets this long at each step, in milliseconds. */
const SMTP_PATIENCE = { connect: 3_000, greet: 3_000, silence: 3_000 };

/**
 * How the installation stands, point by point; null for whoever owns no organisation. Connects to the mail server and signs
 * in, sends nothing. Throws when the database is away: nobody can be signed in then.
 */
export async function findInstallation(
  user: UserScope,
  now: Temporal.Instant,
): Promise<{ readonly version: string; readonly checks: readonly Check[] } | null> {
  if (!(await isOwner(user))) return null;
  const [{ database, version, queue }, facts, smtp, freeBytes, backupAgeSeconds] = await Promise.all([
    checkHealth(now),
    readFacts(now),
    trySmtp(),
    readFreeBytes(),
    readBackupAge(now),
  ]);
  const { status, workerSeenSecondsAgo, oldestQueuedSeconds, failedLastHour } = queue;
  const mail = { queue: status, workerSeenSecondsAgo, oldestQueuedSeconds, failedLastHour };
  return { version, checks: installationChecks({ database, smtp, freeBytes, backupAgeSeconds, ...mail, ...facts }) };
}

async function readFacts(now: Temporal.Instant) {
  const [facts] = await database().$queryRaw<{ at: Date; bytes: bigint; migration: string }[]>`
    SELECT clock_timestamp() AS at, pg_database_size(current_database()) AS bytes,
           (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migration`;
  if (!facts) throw new Error("the database did not answer");
  return {
    clockAheadSeconds: now.since(fromTimestamp(facts.at)).total("seconds"),
    databaseBytes: Number(facts.bytes),
    lastMigration: facts.migration,
  };
}

async function trySmtp(): Promise<Installation["smtp"]> {
  const { SMTP_URL, SMTP_PORT } = env();
  const server = new URL(SMTP_URL);
  const smtp = openSmtp(1, SMTP_URL, SMTP_PATIENCE, null);
  try {
    await smtp.verify();
    return server.hostname === "127.0.0.1" && server.port === String(SMTP_PORT) ? "catcher" : "ok";
  } catch (error) {
    return smtpProblem(error, server.username !== "");
  } finally {
    smtp.close();
  }
}

async function readFreeBytes(): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(env().DATA_DIR);
    return bavail * bsize;
  } catch {
    // The app needs no folder of its own where the database is elsewhere.
    return null;
  }
}

async function readBackupAge(now: Temporal.Instant): Promise<number | null> {
  try {
    const at = await readFile(join(env().DATA_DIR, LAST_BACKUP), "utf8");
    return now.since(Temporal.Instant.from(at.trim())).total("seconds");
  } catch {
    return null;
  }
}
