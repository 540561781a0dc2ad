import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isUnavailable } from "@/lib/platform/database-errors";
import { connect, type Database, database, useDatabase } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrate";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../scripts/embedded-postgres";
import { byChance } from "../support/by-chance";
import { NOW } from "../support/clock";
import { createEvent } from "../support/factories/event";
import { freePort } from "../support/free-port";
import { databaseUrl } from "../support/postgres-setup";
import { person, quotasOffTheRows, register } from "../support/registering";
import { REPOSITORY } from "../support/source-files";

const { seed: SEED, tries: RUSHES } = byChance(4);
const SUBMITS = 200;
const PLACES = 50;

// A server of its own that syncs what it acknowledges, unlike the run's: it is to be killed.
const folder = mkdtempSync(join(tmpdir(), "samling-killed-"));
const dataDir = join(folder, "postgres");
const shared = database();
let server: EmbeddedPostgres;
let port: number;
let mine: Database;

beforeAll(async () => {
  port = await freePort();
  server = await startEmbeddedPostgres({ dataDir, port });
  const url = databaseUrl(server.url, "samling");
  await migrate(url, join(REPOSITORY, "prisma/migrations"));
  mine = connect(url);
  useDatabase(mine);
});
afterAll(async () => {
  useDatabase(shared);
  await mine.$disconnect();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What `pg_ctl restart -m immediate` does: the server drops everything where it stands and recovers from its log. */
async function restartImmediately(): Promise<void> {
  process.kill(Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
  await server.ended;
  server = await startEmbeddedPostgres({ dataDir, port });
}

type Submit = { readonly key: string; readonly body: Record<string, unknown> };
type Answer = { readonly reference: string | null; readonly code: string | null };

/** One submit as a browser sends it; null when the server says 503 and the form stays filled in. */
async function send(slug: string, { key, body }: Submit): Promise<Answer | null> {
  try {
    const answer = await register(slug, body, NOW, { idempotencyKey: key });
    return answer.ok ? { reference: answer.value.reference, code: null } : { reference: null, code: answer.code };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return null;
  }
}

async function rush(killAfterMs: number, index: number): Promise<number> {
  const event = await createEvent(mine, { capacity: PLACES }, NOW);
  const submits = Array.from({ length: SUBMITS }, (_, n) => ({ key: `${SEED}-${index}-${n}`, body: person() }));
  const restarted = pause(killAfterMs).then(restartImmediately);
  // They press the button within half a second of each other.
  const first = await Promise.all(
    submits.map(async (submit, n) => {
      await pause((n * 500) / SUBMITS);
      return send(event.slug, submit);
    }),
  );
  await restarted;
  const answers = new Map(submits.map(({ key }, n) => [key, first[n] ?? null]));
  const unanswered = submits.filter(({ key }) => answers.get(key) === null);
  // Nothing is restarted but Postgres: the same pool and the same queue serve those who send again.
  for (let open = unanswered, tries = 0; open.length > 0; tries++) {
    if (tries === 50) throw new Error(`${open.length} submits were never answered`);
    await Promise.all(open.map(async (submit) => answers.set(submit.key, await send(event.slug, submit))));
    open = open.filter(({ key }) => answers.get(key) === null);
  }
  const placed = [...answers.values()].flatMap((answer) => answer?.reference ?? []);
  const rows = await mine.registration.findMany({ where: { eventId: event.id } });
  expect(rows.map(({ reference }) => reference).toSorted()).toEqual(placed.toSorted());
  expect(rows).toHaveLength(PLACES);
  expect([...answers.values()].filter((answer) => answer?.code === "full")).toHaveLength(SUBMITS - PLACES);
  expect(new Set(rows.map(({ emailNormalised }) => emailNormalised)).size).toBe(PLACES);
  expect(await quotasOffTheRows(event.id)).toEqual([]);
  // Whoever sends again what was acknowledged hears the same.
  for (const submit of submits.filter(({ key }) => answers.get(key)?.reference).slice(0, 10))
    expect(await send(event.slug, submit)).toEqual(answers.get(submit.key));
  return unanswered.length;
}

it(
  `Postgres killed in each of ${RUSHES} rushes of ${SUBMITS}: what was acknowledged is there, the rest is sent again and becomes one registration each`,
  async () => {
    const moments = fc.sample(fc.integer({ min: 30, max: 450 }), { seed: SEED, numRuns: RUSHES });
    let resent = 0;
    for (const [index, killAfterMs] of moments.entries()) {
      resent += await rush(killAfterMs, index).catch((error: unknown) => {
        throw new Error(`SEED=${SEED}, rush ${index}, killed after ${killAfterMs} ms`, { cause: error });
      });
    }
    // Otherwise nobody was in the middle of anything when it was killed.
    expect(resent).toBeGreaterThan(0);
  },
  RUSHES * 60_000,
);
