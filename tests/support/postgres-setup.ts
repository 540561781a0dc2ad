import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
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
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, "postgres") });
  const admin = await connected(server.url);
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    await admin.query(`ALTER SYSTEM SET ${setting} = off`);
  }
  await admin.query("SELECT pg_reload_conf()");
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(databaseUrl(server.url, TEMPLATE));

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

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function migrate(url: string): Promise<void> {
  const client = await connected(url);
  const folder = join(REPOSITORY, "prisma/migrations");
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((each) => each.isDirectory())
    .map((each) => each.name);
  for (const name of names.sort()) await client.query(await readFile(join(folder, name, "migration.sql"), "utf8"));
  await client.end();
}
