import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";
import { DatabaseError } from "@/lib/platform/database-connection";
import { parseEnd } from "./backup-format";
import type { BackupReader } from "./read-backup";

const NAME = '"[a-z_0-9]+"';
const COPY = new RegExp(`^COPY (${NAME}) \\((${NAME}(?:, ${NAME})*)\\) FROM stdin;$`);
const SETVAL = /^SELECT setval\('[a-z_0-9]+', [0-9]+\);$/;

/**
 * Fills a migrated database with what the reader, behind its first line, holds: all of it or, when anything is wrong,
 * nothing. Returns how many rows. The rules between tables are taken away meanwhile and all hold again at the end: rows
 * point at each other in circles, and what triggers would write is in the backup already.
 */
export async function loadBackup(client: pg.Client, backup: BackupReader): Promise<number> {
  await client.query("BEGIN");
  try {
    const putBack = await withoutRules(client);
    const rows = await copyAll(client, backup);
    for (const statement of putBack) await client.query(statement);
    await client.query("COMMIT");
    return rows;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`The backup could not be loaded (${(error as Error).message}).`);
  }
}

async function copyAll(client: pg.Client, backup: BackupReader): Promise<number> {
  let loaded = 0;
  for (let line = await backup.line(); line !== null; line = await backup.line()) {
    const copied = COPY.exec(line);
    const end = parseEnd(line);
    if (copied) {
      const into = client.query(from(`COPY ${copied[1]} (${copied[2]}) FROM STDIN`));
      await pipeline(Readable.from(backup.rows()), into);
      loaded += into.rowCount;
    } else if (SETVAL.test(line)) await client.query(line);
    else if (end === loaded) return loaded;
    else throw new DatabaseError("The backup holds a line that no backup has: it is damaged.");
  }
  throw new DatabaseError("The backup has no end: it was cut off.");
}

/** Empties the tables and lets rows in as they come. Returns the statements that put the rules back. */
async function withoutRules(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
  );
  const { rows: links } = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { drop } of links) await client.query(drop);
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(", ")}`);
  return [...links.map(({ add }) => add), ...tables.map(({ name }) => `ALTER TABLE ${name} ENABLE TRIGGER USER`)];
}
