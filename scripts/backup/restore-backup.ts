import { dirname, join } from "node:path";
import type pg from "pg";
import type { Temporal } from "temporal-polyfill";
import { DatabaseError, openConnection } from "@/lib/platform/database-connection";
import { connect, useDatabase } from "@/lib/platform/db";
import { migrate, readMigrations } from "@/lib/platform/migrate";
import { eraseAgain } from "@/lib/registrations/commands/erase-again";
import { type BackupHead, parseHead } from "./backup-format";
import { loadBackup } from "./load-backup";
import { BackupReader } from "./read-backup";
import { markSent, readSince, type SinceBackup } from "./since-backup";
import { writeBackup } from "./write-backup";

type Asked = {
  readonly url: string;
  readonly file: string;
  /** Whether records that are there may go; they are written to a file first. */
  readonly replace: boolean;
  readonly migrations: string;
};

export type Restored = {
  readonly rows: number;
  readonly takenAt: string;
  readonly erasedAgain: number;
  readonly markedSent: number;
  /** Where the records are that were there before. */
  readonly before: string | null;
};

const NOTHING: SinceBackup = { erasures: [], sent: [] };

/**
 * Makes the database what it was when the backup was taken, brought up to this version of the program. Who has been erased
 * since, as far as the present database tells, is erased again, and mails that have left since do not leave twice. Throws
 * `DatabaseError` with one sentence: for a file that is no backup, is damaged or comes from a newer version; while anybody
 * uses the database; and when it holds records and `replace` is not asked for.
 */
export async function restoreBackup(asked: Asked, now: Temporal.Instant): Promise<Restored> {
  const head = await readHead(asked);
  const { before, since } = await clearDatabase(asked, head, now);
  await migrate(asked.url, asked.migrations, head.migrations.at(-1));
  const rows = await fill(asked);
  await migrate(asked.url, asked.migrations);
  const markedSent = await withConnection(asked.url, (client) => markSent(client, since));
  return { rows, takenAt: head.takenAt, erasedAgain: await eraseSince(asked.url, since, now), markedSent, before };
}

async function readHead({ file, migrations }: Asked): Promise<BackupHead> {
  const backup = new BackupReader(file);
  const head = parseHead(await backup.line().finally(() => backup.close()));
  if (!head) throw new DatabaseError(`${file} is not a backup that this version can read.`);
  const known = new Set((await readMigrations(migrations)).map(({ name }) => name));
  const newer = head.migrations.filter((name) => !known.has(name));
  if (newer.length > 0)
    throw new DatabaseError(`The backup comes from a newer version of Samling (it has had ${newer.join(", ")}).`);
  return head;
}

/** Makes room. What must outlive going back, and where the records that were there are now. */
async function clearDatabase({ url, file, replace }: Asked, { takenAt }: BackupHead, now: Temporal.Instant) {
  return withConnection(url, async (client) => {
    await requireAlone(client);
    const holdsRecords = await hasRecords(client);
    if (holdsRecords && !replace)
      throw new DatabaseError("The database holds records: ask for them to be replaced with --replace.");
    const since = holdsRecords ? await readSince(client, takenAt) : NOTHING;
    const before = holdsRecords ? join(dirname(file), `before-restore-${now.epochMilliseconds}.sql.gz`) : null;
    if (before) await writeBackup(client, before, now);
    await client.query(
      "DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
    );
    return { before, since };
  });
}

/** The server frees a closed connection's place a moment later than the client. */
async function requireAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  if (rows[0]?.others !== 0)
    throw new DatabaseError("Somebody is using the database: stop app and workers before you restore.");
}

async function hasRecords(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('public.organisation') IS NOT NULL AS found",
  );
  if (!rows[0]?.found) return false;
  const { rowCount } = await client.query("SELECT 1 FROM organisation LIMIT 1");
  return rowCount === 1;
}

async function fill({ url, file }: Asked): Promise<number> {
  const backup = new BackupReader(file);
  try {
    await backup.line();
    return await withConnection(url, (client) => loadBackup(client, backup));
  } finally {
    await backup.close();
  }
}

async function eraseSince(url: string, { erasures }: SinceBackup, now: Temporal.Instant): Promise<number> {
  const database = connect(url);
  useDatabase(database);
  try {
    return await eraseAgain(erasures, now);
  } finally {
    await database.$disconnect();
  }
}

async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url, { create: true });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
