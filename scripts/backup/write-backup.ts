import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to } from "pg-copy-streams";
import type { Temporal } from "temporal-polyfill";
import { END, FORMAT, HEAD, ROWS_END } from "./backup-format";

/** Of the moment, not of the records: who is signed in, who is at work, who has asked too often. */
const NOT_KEPT = ["_prisma_migrations", "rate_limit", "sign_in", "user_session", "worker_heartbeat"];

export type Written = { readonly file: string; readonly rows: number };

/**
 * Writes all records as they are at one moment, while everybody goes on working, to a compressed file that only its owner
 * may read. The file has its name only once it is whole and on disk. It is SQL that `psql` reads as well.
 */
export async function writeBackup(client: pg.Client, file: string, now: Temporal.Instant): Promise<Written> {
  const part = `${file}.part`;
  await mkdir(dirname(file), { recursive: true });
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const counted = { rows: 0 };
    const source = Readable.from(sections(client, now, counted), { objectMode: false });
    await pipeline(source, createGzip(), createWriteStream(part, { mode: 0o600 }));
    const written = await open(part);
    await written.sync().finally(() => written.close());
    await rename(part, file);
    return { file, rows: counted.rows };
  } finally {
    await client.query("ROLLBACK");
    await rm(part, { force: true });
  }
}

async function* sections(
  client: pg.Client,
  now: Temporal.Instant,
  counted: { rows: number },
): AsyncGenerator<Buffer | string> {
  const migrations = await column(
    client,
    `SELECT migration_name AS value FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  yield `${HEAD}${JSON.stringify({ format: FORMAT, takenAt: now.toString(), migrations })}\n`;
  for (const { name, columns } of await tables(client)) {
    const what = `"${name}" (${columns.map((each) => `"${each}"`).join(", ")})`;
    yield `COPY ${what} FROM stdin;\n`;
    const rows = client.query(to(`COPY ${what} TO STDOUT`));
    for await (const chunk of rows) yield chunk as Buffer;
    counted.rows += rows.rowCount;
    yield ROWS_END;
  }
  for (const statement of await sequences(client)) yield `${statement}\n`;
  yield `${END}${JSON.stringify({ rows: counted.rows })}\n`;
}

async function tables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> ALL ($1)
      GROUP BY c.relname ORDER BY c.relname`,
    [NOT_KEPT],
  );
  return rows;
}

/** Where each counter stands, as the statement that puts it there again. */
function sequences(client: pg.Client): Promise<string[]> {
  return column(
    client,
    `SELECT format('SELECT setval(%L, %s);', quote_ident(sequencename), last_value) AS value
       FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`,
  );
}

async function column(client: pg.Client, statement: string): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(statement);
  return rows.map(({ value }) => value);
}
