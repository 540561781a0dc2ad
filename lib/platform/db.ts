import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/platform/env";
import { PrismaClient } from "@/lib/platform/generated/client";

export type Database = PrismaClient;
/** A client inside an interactive transaction. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** How long a request waits for a free connection: a burst stands in line, and a browser has not yet given up. */
const PATIENCE_MS = 10_000;

/**
 * SQL that begins with the comment "-- prepared: name" is planned once per connection instead of each time: for statements
 * whose planning costs more than running them, where everybody waits. Its text must always be the same.
 */
const PREPARED = /^\s*-- prepared: ([a-z-]+)\n/;

/**
 * Connects to Postgres. Sessions run in UTC whatever the server's zone: the driver adapter writes timestamps without an
 * offset and a server in another zone would shift them. A pool that stays exhausted fails after ten seconds instead of
 * making people wait for ever.
 */
export function connect(url: string, options: { poolSize?: number } = {}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: PATIENCE_MS,
      idleTimeoutMillis: 30_000,
      options: "-c TimeZone=UTC",
    },
    { statementNameGenerator: ({ sql }) => PREPARED.exec(sql)?.[1] ?? "" },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: PATIENCE_MS, timeout: 15_000 } });
}

const shared = globalThis as { samlingDatabase?: Database };

/** The process's own client, made at first use. Commands and queries call this; nobody hands a client around. */
export function database(): Database {
  shared.samlingDatabase ??= connect(env().DATABASE_URL);
  return shared.samlingDatabase;
}

/** Gives the process another client: a test file its own database, a control experiment a client without locks. */
export function useDatabase(client: Database): void {
  shared.samlingDatabase = client;
}
