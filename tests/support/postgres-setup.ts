import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/platform/migrate";
import { startEmbeddedPostgres } from "../../scripts/embedded-postgres";
import { REPOSITORY } from "./source-files";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** The migrated, empty database that every test file's own is copied from. */
export const TEMPLATE = "samling_template";

/** Starts one Postgres for the run. Nothing in it outlives the run, so nothing is synced to disk. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "samling-postgres-"));
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, "postgres"), durable: false });
  await migrate(databaseUrl(server.url, TEMPLATE), join(REPOSITORY, "prisma/migrations"));

  project.provide("postgresUrl", server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The server's URL with another database in it. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
