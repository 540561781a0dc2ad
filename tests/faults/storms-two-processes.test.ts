import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import { connect, type Database, database, useDatabase } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrate";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { offerEverywhere } from "@/lib/registrations/commands/offer-freed-places";
import { readWaiting } from "@/lib/registrations/queries/lines";
import { nextInLine } from "@/lib/registrations/rules/line";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../scripts/embedded-postgres";
import { byChance } from "../support/by-chance";
import { freePort } from "../support/free-port";
import { databaseUrl } from "../support/postgres-setup";
import {
  bundleProduct,
  type Deed,
  type ProductProcess,
  startProductProcess,
  type Told,
} from "../support/product-process";
import { quotasOffTheRows } from "../support/registering";
import { REPOSITORY } from "../support/source-files";
import { AT_ONCE, brewStorm, KINDS, type Kind } from "../support/storm";

// What the same races do with the locks off is shown by the controls in last-places, line-race, session-line-race and, for
// handing over, in the integration test of substitution.
const { seed: SEED, tries: STORMS } = byChance(5);

// A server of its own that syncs what it acknowledges, unlike the run's: it is to be killed.
const folder = mkdtempSync(join(tmpdir(), "samling-storms-"));
const dataDir = join(folder, "postgres");
const shared = database();
let server: EmbeddedPostgres;
let port: number;
let url: string;
let mine: Database;
let bundle: string;
let apps: [ProductProcess, ProductProcess];
let worker: ProductProcess;
let told = new Map<string, Told>();

const start = (as: "app" | "work") =>
  startProductProcess(bundle, { databaseUrl: url, as, told: (answer) => told.set(answer.key, answer) });

beforeAll(async () => {
  port = await freePort();
  server = await startEmbeddedPostgres({ dataDir, port });
  url = databaseUrl(server.url, "samling");
  await migrate(url, join(REPOSITORY, "prisma/migrations"));
  mine = connect(url);
  useDatabase(mine);
  bundle = await bundleProduct(folder);
  apps = await Promise.all([start("app"), start("app")]);
  worker = await start("work");
});
afterAll(async () => {
  await Promise.all([...(apps ?? []), worker].map((one) => one?.kill()));
  useDatabase(shared);
  await mine?.$disconnect();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Victim = "app" | "worker" | "postgres";
type Plan = {
  readonly kind: Kind;
  readonly places: number;
  readonly waitingList: boolean;
  readonly kill: { readonly victim: Victim; readonly afterMs: number } | null;
};

/** Reproducible from the seed. Every kind in turn, and in every fifth storm something is killed, each in its turn. */
function plans(): readonly Plan[] {
  const some = fc.record({
    places: fc.constantFrom(1, 7, 50),
    waitingList: fc.boolean(),
    afterMs: fc.integer({ min: 0, max: 300 }),
  });
  const victims = ["app", "postgres", "worker"] as const;
  return fc.sample(some, { seed: SEED, numRuns: STORMS }).map(({ afterMs, ...plan }, index) => {
    const round = Math.floor(index / KINDS.length);
    const victim = victims[(SEED + round) % victims.length];
    const isKilled = (index + round + SEED) % KINDS.length === 0;
    return {
      ...plan,
      kind: KINDS[index % KINDS.length] ?? "places",
      kill: isKilled && victim ? { victim, afterMs } : null,
    };
  });
}

/** SIGKILL to a process; to Postgres what `pg_ctl restart -m immediate` does: it drops everything and recovers from its log. */
async function kill(victim: Victim): Promise<void> {
  if (victim === "app") {
    await apps[0].kill();
    apps = [await start("app"), apps[1]];
  } else if (victim === "worker") {
    await worker.kill();
    worker = await start("work");
  } else {
    process.kill(Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
    await server.ended;
    server = await startEmbeddedPostgres({ dataDir, port });
  }
}

/** Everything is sent to the two at once; what was lost or could not be served is sent again, as people press the button again. */
async function send(deeds: readonly Deed[], plan: Plan): Promise<void> {
  const first = deeds.filter((_, index) => index % 2 === 0);
  apps[0].send(first);
  apps[1].send(deeds.filter((_, index) => index % 2 === 1));
  if (plan.kill) {
    await pause(plan.kill.afterMs);
    await kill(plan.kill.victim);
    // What the killed process had not answered is sent again.
    if (plan.kill.victim === "app") apps[0].send(first.filter(({ key }) => !told.has(key)));
  }
  const deadline = performance.now() + 60_000;
  for (;;) {
    const failed = deeds.filter(({ key }) => told.get(key)?.error);
    if (failed.length === 0 && deeds.every(({ key }) => told.has(key))) return;
    if (performance.now() > deadline) {
      const errors = failed.slice(0, 3).map(({ key }) => told.get(key)?.error);
      throw new Error(`${deeds.filter(({ key }) => !told.has(key)).length} without an answer: ${errors.join("; ")}`);
    }
    for (const { key } of failed) told.delete(key);
    apps[1].send(failed);
    await pause(50);
  }
}

const acknowledged = (deed: Deed) => told.get(deed.key)?.ok === true;

/** Whoever heard that something was done, and finds it was not. */
async function missing(deeds: readonly Deed[], eventId: string): Promise<string[]> {
  const rows = await mine.registration.findMany({
    where: { eventId },
    select: {
      id: true,
      reference: true,
      state: true,
      substituteForId: true,
      sessions: { select: { sessionId: true } },
    },
  });
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const holds = (deed: Deed): boolean => {
    const { reference = "", status } = told.get(deed.key) ?? {};
    const made = byReference.get(reference);
    if (deed.do === "register")
      return status === "WAITLISTED"
        ? made?.state === "WAITLISTED" || made?.state === "OFFERED"
        : made?.state === status;
    const row = byId.get(deed.scope.registrationId);
    const has = (sessionId: string) => row?.sessions.some((one) => one.sessionId === sessionId) === true;
    switch (deed.do) {
      case "cancel":
        return row?.state === "CANCELLED";
      case "accept":
        return row?.state === "CONFIRMED";
      case "decline":
        return row?.state === "DECLINED";
      case "substitute":
        return row?.state === "SUBSTITUTED" && made?.state === "CONFIRMED" && made.substituteForId === row.id;
      case "take":
        return has(deed.sessionId);
      case "leave":
        return !has(deed.sessionId);
      case "change":
        return row?.sessions.length === deed.sessions.length;
    }
  };
  return deeds
    .filter((deed) => acknowledged(deed) && !holds(deed))
    .map((deed) => JSON.stringify([deed, told.get(deed.key)]));
}

/** Whoever could have a place that nobody has, once the worker has been by. */
async function stranded(eventId: string): Promise<readonly string[]> {
  const quotas = await mine.quota.findMany({ where: { eventId } });
  const line = await readWaiting(mine, eventId);
  const room = quotas.filter(({ used, capacity }) => capacity === null || used < capacity);
  const sessionIds = room.flatMap(({ sessionId }) => sessionId ?? []);
  const waiting = await mine.sessionWaiting.findMany({ where: { sessionId: { in: sessionIds }, state: "WAITING" } });
  return [...nextInLine(line, quotas), ...waiting.map(({ id }) => id)];
}

async function run(plan: Plan, index: number): Promise<void> {
  const { kind, places, waitingList } = plan;
  told = new Map();
  const { eventId, deeds: wishes } = await brewStorm(kind, places, waitingList);
  const before = await mine.registration.count({ where: { eventId } });
  const deeds = wishes.map((wish, n) => ({ ...wish, key: `${SEED}-${index}-${n}` }) as Deed);
  expect(deeds).toHaveLength(AT_ONCE);
  await send(deeds, plan);
  await letOffersLapse(currentInstant());
  await offerEverywhere(currentInstant());

  expect(await missing(deeds, eventId)).toEqual([]);
  expect(await stranded(eventId)).toEqual([]);
  expect(await quotasOffTheRows(eventId)).toEqual([]);
  const quotas = await mine.quota.findMany({ where: { eventId } });
  expect(quotas.filter(({ used, capacity }) => capacity !== null && used > capacity)).toEqual([]);
  // Each newcomer who was told so has one registration, and nobody else has any; of three who take over a place one has.
  const newcomers = deeds.filter((deed) => deed.do === "register" && acknowledged(deed));
  const substitutes = await mine.registration.count({ where: { eventId, substituteForId: { not: null } } });
  expect(await mine.registration.count({ where: { eventId } })).toBe(before + newcomers.length + substitutes);
  // Of several answers to one offer, or things done with one place, at most one was granted.
  const once = deeds.filter((deed) => deed.do !== "register" && deed.do !== "change" && acknowledged(deed));
  const whose = once.map((deed) => (deed.do === "register" ? "" : deed.scope.registrationId));
  expect(new Set(whose).size).toBe(whose.length);
  if (kind === "places" || kind === "code") {
    // With nobody giving anything back, exactly as many as there are.
    const got = newcomers.filter(({ key }) => told.get(key)?.status === "CONFIRMED");
    expect(got).toHaveLength(places);
    expect(newcomers).toHaveLength(kind === "places" && waitingList ? AT_ONCE : places);
  }
}

it(
  `two processes and a worker, ${AT_ONCE} deeds at once on the last places, the line, a session, a code or on handing over; one killed in a fifth of ${STORMS} storms: nothing twice, nothing stranded, nothing lost that was acknowledged`,
  async () => {
    for (const [index, plan] of plans().entries()) {
      await run(plan, index).catch((error: unknown) => {
        throw new Error(`SEED=${SEED}, storm ${index}: ${JSON.stringify(plan)}`, { cause: error });
      });
    }
  },
  STORMS * 60_000,
);
