import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { openConnection } from "@/lib/platform/database-connection";
import { migrate } from "@/lib/platform/migrate";
import { databaseUrl } from "../../support/postgres-setup";

let url: string;
let folder: string;

beforeEach(async () => {
  url = databaseUrl(inject("postgresUrl"), `migrate_${randomBytes(6).toString("hex")}`);
  folder = await mkdtemp(join(tmpdir(), "samling-migrations-"));
});

async function migration(name: string, script: string): Promise<void> {
  await cp("prisma/migrations/migration_lock.toml", join(folder, name, "migration_lock.toml"));
  await writeFile(join(folder, name, "migration.sql"), script);
}

async function rows(statement: string): Promise<unknown[]> {
  const client = await openConnection(url);
  return (await client.query(statement).finally(() => client.end())).rows;
}

describe("migrate", () => {
  it("makes the database, applies everything once, and Prisma agrees that nothing is left", async () => {
    const applied = await migrate(url);
    expect(applied.length).toBeGreaterThan(0);
    expect(await migrate(url)).toEqual([]);
    const status = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "status"], {
      encoding: "utf8",
      env: {
        NODE_ENV: "test",
        DATABASE_URL: url,
        PRISMA_SCHEMA_ENGINE_BINARY: join(process.cwd(), "scripts/prisma-schema-engine.mjs"),
      },
    });
    expect(status.stdout).toContain("Database schema is up to date!");
  });

  it("applies each script once when several processes start together", async () => {
    await migration("1_counter", "CREATE TABLE counter (n int); INSERT INTO counter VALUES (1);");
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat()).toEqual(["1_counter"]);
    expect(await rows("SELECT n FROM counter")).toEqual([{ n: 1 }]);
  });

  it("leaves nothing of a script that fails, keeps what came before and goes on once it is mended", async () => {
    await migration("1_first", "CREATE TABLE first (n int);");
    await migration("2_second", "CREATE TABLE second (n int); SELECT 1 / 0;");
    await expect(migrate(url, folder)).rejects.toThrow(
      /^The migration 2_second failed and was undone \(division by zero\)\.$/,
    );
    expect(await rows("SELECT to_regclass('first') IS NULL AS first, to_regclass('second') IS NULL AS second")).toEqual(
      [{ first: false, second: true }],
    );
    await migration("2_second", "CREATE TABLE second (n int);");
    expect(await migrate(url, folder)).toEqual(["2_second"]);
  });

  it("refuses when an applied script was changed", async () => {
    await migration("1_first", "CREATE TABLE first (n int);");
    await migrate(url, folder);
    await migration("1_first", "CREATE TABLE first (n bigint);");
    await expect(migrate(url, folder)).rejects.toThrow(/^The migration 1_first was changed after it was applied/);
  });

  it("refuses while a failed migration is on record", async () => {
    await migration("1_first", "SELECT 1;");
    await migrate(url, folder);
    await rows("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(url, folder)).rejects.toThrow(/^The migration 1_first has failed before/);
  });

  it.each([
    ["another password", (good: URL) => (good.password = "wrong"), /refuses the user or the password\.$/],
    [
      "another port",
      (good: URL) => (good.port = "1"),
      /no Postgres could be reached at 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\)\.$/,
    ],
  ])("says in one sentence what is wrong with %s", async (_case, spoil, sentence) => {
    const spoilt = new URL(url);
    spoil(spoilt);
    const error = await migrate(spoilt.href, folder).catch((thrown: Error) => thrown.message);
    expect(error).toMatch(sentence);
    expect(error).not.toContain(new URL(url).password);
  });
});
