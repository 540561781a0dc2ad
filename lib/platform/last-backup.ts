import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";

/** Below DATA_DIR: when a backup was last taken, wherever it was put. */
export const LAST_BACKUP = "last-backup";

/** Notes for the page that says whether all is well that a backup has been taken. */
export async function noteBackup(dataDir: string, now: Temporal.Instant): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, LAST_BACKUP), `${now.toString()}\n`);
}
