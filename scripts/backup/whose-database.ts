import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "@/lib/platform/database-connection";
import { readStartEnv } from "@/lib/platform/env";
import { runningPostgresUrl, startEmbeddedPostgres } from "../embedded-postgres";

type Found = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * The database that `npm start` with the same settings uses: that of DATABASE_URL, or the embedded one, which is started when
 * it is not running. Throws `DatabaseError` when there is none yet and `mustExist`.
 */
export async function findDatabase(mustExist: boolean): Promise<Found> {
  const { DATABASE_URL, DATA_DIR } = readStartEnv(process.env);
  if (DATABASE_URL) return { url: DATABASE_URL, stop: async () => undefined };
  const dataDir = join(DATA_DIR, "postgres");
  if (mustExist && !existsSync(dataDir)) throw new DatabaseError(`There is no database in ${DATA_DIR} yet.`);
  const running = runningPostgresUrl(dataDir);
  if (running) return { url: ownDatabase(running), stop: async () => undefined };
  const server = await startEmbeddedPostgres({ dataDir });
  return { url: ownDatabase(server.url), stop: () => server.stop() };
}

/** Where `npm start` keeps its own backups. */
export const backupFolder = () => join(readStartEnv(process.env).DATA_DIR, "backups");

const ownDatabase = (serverUrl: string) => serverUrl.replace(/\/postgres$/, "/samling");
