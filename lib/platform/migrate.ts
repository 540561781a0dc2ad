import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { DatabaseError, openConnection } from "@/lib/platform/database-connection";

/** The lock `prisma migrate` takes as well: whoever migrates, one at a time. */
const PRISMA_LOCK = 72_707_369;

// As Prisma makes it, so that `prisma migrate deploy` and `status` read it.
const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

type Migration = { readonly name: string; readonly script: string; readonly checksum: string };

/**
 * Applies what is new in `folder`, oldest first, each in a transaction of its own that also records it, and makes the
 * database when it does not exist. Returns the names applied. Throws `DatabaseError`, with one sentence, when the
 * database cannot be used, when an applied migration has changed since, or when a script fails; what was applied before
 * it stays. With `through`, what comes after that migration waits: a backup is loaded into the tables it was taken from.
 */
export async function migrate(url: string, folder = "prisma/migrations", through?: string): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = await openConnection(url, { create: true });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(`SET client_min_messages = warning; ${HISTORY}; RESET client_min_messages`);
    const applied = await readHistory(client);
    const wanted = migrations.filter(({ name }) => through === undefined || name <= through);
    const pending = wanted.filter((migration) => isPending(migration, applied));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

/** The migrations of a folder, oldest first. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

type Applied = ReadonlyMap<string, { readonly checksum: string; readonly finished: boolean }>;

async function readHistory(client: pg.Client): Promise<Applied> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function isPending(migration: Migration, applied: Applied): boolean {
  const before = applied.get(migration.name);
  if (!before) return true;
  if (!before.finished)
    throw new DatabaseError(
      `The migration ${migration.name} has failed before and left the database half-way: restore a backup, or mend it and run "prisma migrate resolve".`,
    );
  if (before.checksum !== migration.checksum)
    throw new DatabaseError(
      `The migration ${migration.name} was changed after it was applied: this program and its database do not belong together.`,
    );
  return false;
}

/** The whole script goes in one query: functions and strings may hold any number of semicolons. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new DatabaseError(`The migration ${migration.name} failed and was undone (${(error as Error).message}).`);
  }
}
