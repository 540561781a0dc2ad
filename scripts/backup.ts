// `npm run backup [-- FILE]`: all records at one moment, in one file, while everybody goes on working.
import { join } from "node:path";
import { currentInstant } from "@/lib/core/clock";
import { openConnection } from "@/lib/platform/database-connection";
import { readStartEnv } from "@/lib/platform/env";
import { noteBackup } from "@/lib/platform/last-backup";
import { backupFolder, findDatabase } from "./backup/whose-database";
import { writeBackup } from "./backup/write-backup";
import { runEntry } from "./process-life";

await runEntry(async () => {
  const now = currentInstant();
  const [named] = process.argv.slice(2);
  const stamp = now.toString({ smallestUnit: "second" }).replaceAll(":", "");
  const database = await findDatabase(true);
  try {
    const client = await openConnection(database.url);
    const file = named ?? join(backupFolder(), `samling-${stamp}.sql.gz`);
    const written = await writeBackup(client, file, now).finally(() => client.end());
    await noteBackup(readStartEnv(process.env).DATA_DIR, now);
    console.log(
      `${written.rows} rows are in ${written.file}. It holds personal data: keep it where only you can read it.`,
    );
  } finally {
    await database.stop();
  }
});
