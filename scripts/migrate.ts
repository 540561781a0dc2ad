// Applies the migrations to DATABASE_URL and says what it did; for a deploy, before the new app starts.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { env } from "@/lib/platform/env";
import { migrate } from "@/lib/platform/migrate";
import { runEntry } from "./process-life";

await runEntry(async () => {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "prisma/migrations");
  const applied = await migrate(env().DATABASE_URL, folder);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
});
