import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { connect, type Database } from "@/lib/platform/db";
import { databaseUrl, TEMPLATE } from "./postgres-setup";

export type TestDatabase = {
  readonly db: Database;
  readonly url: string;
  /** Disconnects and drops it, whoever else is still connected. */
  readonly drop: () => Promise<void>;
};

/**
 * Makes a migrated, empty database. A test file has its own already (`database()` leads to it); this is for a second one.
 * `timeZone` is what the server tells a client that does not ask for a zone.
 */
export async function createTestDatabase(
  options: { timeZone?: string; poolSize?: number } = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  if (options.timeZone) await asAdmin(`ALTER DATABASE ${name} SET TimeZone TO '${options.timeZone}'`);
  const url = databaseUrl(inject("postgresUrl"), name);
  const db = connect(url, options.poolSize === undefined ? {} : { poolSize: options.poolSize });
  return {
    db,
    url,
    async drop() {
      await db.$disconnect();
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
