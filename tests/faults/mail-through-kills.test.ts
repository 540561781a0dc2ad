import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { byChance, chanceFrom, mailRows } from "@/tests/support/by-chance";
import { createEvent } from "@/tests/support/factories/event";
import { createRegistration } from "@/tests/support/factories/registration";
import { type ScriptedSmtp, startScriptedSmtp } from "@/tests/support/scripted-smtp";
import { bundleWorker, startWorker, type WorkerProcess } from "@/tests/support/worker-process";

// The whole proof is MAIL_ROWS=20000, with 20 kills; every run of all tests does a twentieth of it.
const ROWS = mailRows(1_000);
const { seed: SEED, tries: KILLS } = byChance(ROWS < 20_000 ? 4 : 20);

let folder: string;
let bundle: string;
let smtp: ScriptedSmtp;
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samling-worker-"));
  bundle = await bundleWorker(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await smtp.stop();
});

const count = (state: "QUEUED" | "SENDING" | "SENT" | "FAILED") => database().outboxMail.count({ where: { state } });

/** As many mails as `ROWS`, each to somebody else. */
async function fillOutbox(): Promise<void> {
  const now = currentInstant();
  const event = await createEvent(database(), {}, now);
  const { id } = await createRegistration(database(), event, {}, now);
  await database().$executeRaw`
    INSERT INTO outbox_mail (message, locale, to_email, event_id, registration_id, not_before, created_at, id)
    SELECT 'event-reminder', 'sv', 'mottagare-' || n || '@example.org', ${event.id}::uuid, ${id}::uuid, ${toTimestamp(now)},
           ${toTimestamp(now)}, gen_random_uuid() FROM generate_series(1, ${ROWS}::int) n`;
}

/** Mails that no worker has tried yet. */
const untried = () => database().outboxMail.count({ where: { state: "QUEUED", attempts: 0 } });

/** Two minutes pass: the leases of dead workers run out, and who was asked to come back may. */
async function timePasses(only?: "QUEUED"): Promise<void> {
  const past = toTimestamp(currentInstant().subtract({ seconds: 1 }));
  await database().outboxMail.updateMany({ where: { state: "QUEUED" }, data: { notBefore: past } });
  if (!only) await database().outboxMail.updateMany({ where: { state: "SENDING" }, data: { leasedUntil: past } });
}

it(`${ROWS} mails, two workers, ${KILLS} kills (seed ${SEED}): none is lost, at most one a kill is sent twice, as the same message`, {
  timeout: 1_200_000,
}, async () => {
  const chance = chanceFrom(SEED);
  const greylisted = new Set<string>();
  const seen = new Set<string>();
  await fillOutbox();
  // Every fiftieth is asked to come back, every hundredth does not exist.
  smtp = await startScriptedSmtp((step, recipient) => {
    if (step !== "RCPT") return undefined;
    const number = Number(/\d+/.exec(recipient)?.[0]);
    if (number % 100 === 1) return "550 5.1.1 No such user";
    if (number % 50 !== 2 || seen.has(recipient)) return undefined;
    seen.add(recipient);
    greylisted.add(recipient);
    return "451 4.7.1 Come back";
  });
  workers = [startWorker(bundle, smtp.url), startWorker(bundle, smtp.url)];
  const began = performance.now();
  for (let kill = 1; kill <= KILLS; kill++) {
    // At any moment within its share of the work.
    const until = ((kill - 1 + chance()) / KILLS) * ROWS * 0.9;
    await expect.poll(() => smtp.taken.length, { timeout: 300_000, interval: 5 }).toBeGreaterThanOrEqual(until);
    const which = chance() < 0.5 ? 0 : 1;
    await workers[which]?.kill();
    workers[which] = startWorker(bundle, smtp.url);
  }
  await expect.poll(() => untried(), { timeout: 600_000, interval: 100 }).toBe(0);
  // What living workers have in hand is done within the second; the rest are the dead ones'.
  await setTimeout(2_000);
  const stranded = await count("SENDING");
  await timePasses();
  const unfinished = async () => {
    await timePasses("QUEUED");
    return (await count("QUEUED")) + (await count("SENDING"));
  };
  await expect.poll(unfinished, { timeout: 60_000, interval: 250 }).toBe(0);
  const seconds = (performance.now() - began) / 1000;

  const dead = Math.ceil(ROWS / 100);
  expect({ sent: await count("SENT"), failed: await count("FAILED") }).toEqual({ sent: ROWS - dead, failed: dead });
  const byRecipient = new Map<string, string[]>();
  for (const { recipient, messageId } of smtp.taken)
    byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), messageId]);
  const twice = [...byRecipient.values()].filter((ids) => ids.length > 1);
  console.log(
    `${ROWS} mails in ${seconds.toFixed(1)} s, ${KILLS} kills: ${stranded} were in dead hands, ${twice.length} sent twice, ${greylisted.size} asked to come back`,
  );
  // Nobody is left out, and nobody who was asked to come back.
  expect(byRecipient.size).toBe(ROWS - dead);
  expect([...greylisted].filter((recipient) => !byRecipient.has(recipient))).toEqual([]);
  // Sent twice is the same message, twice and not more often.
  for (const ids of twice) expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect(twice.length).toBeLessThanOrEqual(KILLS);
});
