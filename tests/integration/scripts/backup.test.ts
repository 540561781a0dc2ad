import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { openConnection } from "@/lib/platform/database-connection";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { migrate, readMigrations } from "@/lib/platform/migrate";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { erasePerson } from "@/lib/registrations/commands/erase-person";
import { seedDemo } from "@/prisma/seed/demo/seed-demo";
import { restoreBackup } from "../../../scripts/backup/restore-backup";
import { writeBackup } from "../../../scripts/backup/write-backup";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { databaseUrl } from "../../support/postgres-setup";
import { person, register, scopeOf } from "../../support/registering";

const MIGRATIONS = "prisma/migrations";
const LATER = NOW.add({ hours: 1 });
const own = database();
let folder: string;
let url: string;

beforeAll(async () => {
  await seedDemo(own, NOW);
  folder = await mkdtemp(join(tmpdir(), "samling-backups-"));
});
beforeEach(() => {
  url = databaseUrl(inject("postgresUrl"), `restored_${randomBytes(6).toString("hex")}`);
});
afterEach(() => useDatabase(own));
afterAll(() => rm(folder, { recursive: true }));

async function backup(of: string, now: Temporal.Instant): Promise<string> {
  const client = await openConnection(of);
  const file = join(folder, `${randomBytes(6).toString("hex")}.sql.gz`);
  await writeBackup(client, file, now).finally(() => client.end());
  return file;
}

const ownUrl = () => env().DATABASE_URL;
const restore = (file: string, options: { replace?: boolean } = {}, now = LATER) =>
  restoreBackup({ url, file, replace: options.replace ?? false, migrations: MIGRATIONS }, now);

async function ask<T extends object>(of: string, statement: string): Promise<T[]> {
  const client = await openConnection(of);
  return (await client.query<T>(statement).finally(() => client.end())).rows;
}

/** Every table's rows as one sum; what is of the moment only is left out. */
async function contents(of: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    of,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT IN ('_prisma_migrations', 'rate_limit', 'sign_in', 'user_session', 'worker_heartbeat')`,
  );
  const sums = tables.map(async ({ name }) => {
    const [row] = await ask<{ sum: string }>(
      of,
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
    );
    return [name, row?.sum ?? ""];
  });
  return Object.fromEntries(await Promise.all(sums));
}

/** The rules between and on tables, and whether the triggers are awake. */
const rules = (of: string) =>
  ask(
    of,
    `SELECT conrelid::regclass::text AS of, conname AS rule, pg_get_constraintdef(oid) AS says FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      ORDER BY 1, 2`,
  );

describe("backup and restore", () => {
  it("brings every row, rule and counter back into a database that was not there, and goes on from there", async () => {
    const file = await backup(ownUrl(), NOW);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const restored = await restore(file);
    expect(restored).toMatchObject({ takenAt: NOW.toString(), erasedAgain: 0, markedSent: 0, before: null });
    expect(restored.rows).toBeGreaterThan(1_000);
    expect(await contents(url)).toEqual(await contents(ownUrl()));
    expect(await rules(url)).toEqual(await rules(ownUrl()));
    expect(await migrate(url, MIGRATIONS)).toEqual([]);
    const next = "SELECT last_value::text FROM audit_entry_id_seq";
    expect(await ask(url, next)).toEqual(await ask(ownUrl(), next));
  });

  it("is of one moment while people register", async () => {
    const event = await createEvent(own, {}, NOW);
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i += 1) {
        const result = await register(event.slug, person({ email: `samtidig-${i}@example.org` }), NOW);
        if (!result.ok) throw new Error(result.code);
      }
    })();
    const file = await backup(ownUrl(), NOW);
    writing = false;
    await writer;
    await restore(file);
    const [counts] = await ask<{ people: number; told: number }>(
      url,
      `SELECT (SELECT count(*)::int FROM registration WHERE event_id = '${event.id}') AS people,
              (SELECT count(*)::int FROM outbox_mail WHERE event_id = '${event.id}') AS told`,
    );
    expect(counts?.told).toBe(counts?.people);
  });

  it("takes what was saved by an earlier version on to this one", async () => {
    const all = await readMigrations(MIGRATIONS);
    const early = all.at(2)?.name ?? "";
    const old = databaseUrl(inject("postgresUrl"), `old_${randomBytes(6).toString("hex")}`);
    await migrate(old, MIGRATIONS, early);
    await ask(old, "INSERT INTO organisation (id, slug, name) VALUES (gen_random_uuid(), 'aldre', 'Äldre kommun')");
    const file = await backup(old, NOW);
    expect(await restore(file)).toMatchObject({ rows: 1 });
    expect(await ask(url, "SELECT name FROM organisation")).toEqual([{ name: "Äldre kommun" }]);
    expect(await migrate(url, MIGRATIONS)).toEqual([]);
  });

  it("does not bring back who was erased since, nor send a second time what has left", async () => {
    const event = await createEvent(own, {}, NOW);
    await own.outboxMail.updateMany({ where: { state: "QUEUED" }, data: { state: "SENT", sentAt: toTimestamp(NOW) } });
    const wanted = person({ name: "Gudrun Glömdsen", email: "gudrun.glomdsen@example.org" });
    const result = await register(event.slug, wanted, NOW);
    if (!result.ok) throw new Error(result.code);
    const first = await backup(ownUrl(), NOW);
    await restore(first);

    const live = connect(url);
    useDatabase(live);
    const scope = await scopeOf(result.value.reference);
    await cancelRegistration(scope, LATER);
    expect(await erasePerson(scope, LATER)).toMatchObject({ ok: true });
    await live.outboxMail.updateMany({
      where: { registrationId: scope.registrationId },
      data: { state: "SENT", sentAt: toTimestamp(LATER) },
    });
    const afterErasing = await contents(url);

    await expect(restore(first, { replace: true })).rejects.toThrow(/using the database: stop app and workers/);
    await live.$disconnect();
    await expect(restore(first)).rejects.toThrow(/holds records: ask for them to be replaced with --replace/);
    expect(await contents(url)).toEqual(afterErasing);

    const restored = await restore(first, { replace: true }, LATER.add({ hours: 1 }));
    expect(restored).toMatchObject({ erasedAgain: 1, markedSent: 1 });
    for (const name of Object.keys(afterErasing))
      expect(
        await ask(url, `SELECT 1 FROM "${name}" t WHERE t::text ILIKE '%glömdsen%' OR t::text ILIKE '%glomdsen%'`),
      ).toEqual([]);
    expect(await ask(url, "SELECT 1 FROM outbox_mail WHERE state = 'QUEUED'")).toEqual([]);

    // What was there before is not gone either.
    url = databaseUrl(inject("postgresUrl"), `before_${randomBytes(6).toString("hex")}`);
    await restore(restored.before ?? "");
    expect(await contents(url)).toEqual(afterErasing);
  });
});

describe("a file that cannot be restored", () => {
  it("is refused in one sentence, and leaves no half of it behind", async () => {
    const whole = gunzipSync(await readFile(await backup(ownUrl(), NOW))).toString("utf8");
    const refused = async (text: string | Buffer) => {
      const file = join(folder, "damaged.sql.gz");
      await writeFile(file, typeof text === "string" ? gzipSync(text) : text);
      const reason = await restore(file).then(
        () => "taken",
        (error: Error) => `${error.name}: ${error.message}`,
      );
      const [there] = await ask<{ found: boolean }>(
        url,
        "SELECT to_regclass('public.organisation') IS NOT NULL AS found",
      ).catch(() => []);
      const rows = there?.found ? await ask(url, "SELECT 1 FROM organisation") : [];
      return { reason, rows: rows.length };
    };
    const lastLine = whole.lastIndexOf("\n-- end");
    const cases: [string | Buffer, RegExp][] = [
      ["hej", /is not a backup that this version can read/],
      [Buffer.from("hej"), /cannot be read/],
      [gzipSync(whole).subarray(0, 5_000), /cannot be read/],
      [whole.slice(0, lastLine + 1), /has no end/],
      [whole.slice(0, whole.indexOf('COPY "registration"') + 2_000), /ends in the middle of a table/],
      [whole.replace(/\n-- end .*/, "\nDROP TABLE organisation;"), /a line that no backup has/],
      [whole.replace(/"rows":\d+/, '"rows":7'), /a line that no backup has/],
      [
        whole.replace('"migrations":[', '"migrations":["20990101000000_later",'),
        /newer version of Samling \(it has had 20990101000000_later\)/,
      ],
    ];
    for (const [text, expected] of cases) {
      const { reason, rows } = await refused(text);
      expect(reason).toMatch(/^DatabaseError: /);
      expect(reason).toMatch(expected);
      expect(rows).toBe(0);
    }
  });

  it("never has its name before it is whole", async () => {
    const client = await openConnection(ownUrl());
    const name = "to-a-folder-that-cannot-be.sql.gz";
    await client.query("SET statement_timeout = 1");
    await expect(writeBackup(client, join(folder, name), NOW)).rejects.toThrow();
    await client.end();
    expect((await readdir(folder)).filter((each) => each.startsWith(name))).toEqual([]);
  });
});
