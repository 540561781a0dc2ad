// `npm run restore -- FILE [--replace]`: the database as it was when the backup was taken, but for what may not come back.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { currentInstant } from "@/lib/core/clock";
import { DatabaseError } from "@/lib/platform/database-connection";
import { restoreBackup } from "./backup/restore-backup";
import { findDatabase } from "./backup/whose-database";
import { runEntry } from "./process-life";

await runEntry(async () => {
  const { values, positionals } = parseArgs({ options: { replace: { type: "boolean" } }, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw new DatabaseError("Say which file: npm run restore -- FILE [--replace]");
  const database = await findDatabase(false);
  try {
    const migrations = join(dirname(dirname(fileURLToPath(import.meta.url))), "prisma/migrations");
    const asked = { url: database.url, file, replace: values.replace ?? false, migrations };
    const restored = await restoreBackup(asked, currentInstant());
    console.log(`${restored.rows} rows are back as they were at ${restored.takenAt}. Everybody has to sign in again.`);
    if (restored.erasedAgain > 0) console.log(`Erased again, because they were erased since: ${restored.erasedAgain}.`);
    if (restored.markedSent > 0)
      console.log(`Mails that had left since, and do not leave again: ${restored.markedSent}.`);
    if (restored.before) console.log(`What was there before is in ${restored.before}.`);
  } finally {
    await database.stop();
  }
});
