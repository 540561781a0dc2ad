import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { createEvent } from "@/tests/support/factories/event";
import { person, register } from "@/tests/support/registering";
import { type SmtpBehaviour, startSmtp, type TestSmtp } from "@/tests/support/smtp-server";
import { bundleWorker, startWorker, type WorkerProcess } from "@/tests/support/worker-process";

// The workers are real processes with real clocks, so the event is made around the real present.
const now = currentInstant;

let folder: string;
let bundle: string;
let smtp: TestSmtp;
let workers: WorkerProcess[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samling-worker-"));
  bundle = await bundleWorker(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  workers = [];
  await database().outboxMail.deleteMany();
  smtp = await startSmtp();
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await smtp.stop();
});

function worker(behaviour: SmtpBehaviour = {}): WorkerProcess {
  smtp.behave = behaviour;
  const started = startWorker(bundle, smtp.url);
  workers.push(started);
  return started;
}

/** A registration that has been acknowledged to the attendee. */
async function acknowledged(): Promise<void> {
  const event = await createEvent(database(), {}, now());
  const answer = await register(event.slug, person(), now());
  if (!answer.ok) throw new Error(answer.code);
}

const states = async () => (await database().outboxMail.findMany({ orderBy: { id: "asc" } })).map((mail) => mail.state);

/** Two minutes pass: the dead worker's lease runs out. */
async function leaseRunsOut(): Promise<void> {
  const past = toTimestamp(now().subtract({ seconds: 1 }));
  await database().outboxMail.updateMany({ where: { state: "SENDING" }, data: { leasedUntil: past } });
}

const WITHIN = { timeout: 40_000, interval: 100 };

describe("the mail of an acknowledged registration", { timeout: 90_000 }, () => {
  it("leaves when the worker only starts later", async () => {
    await acknowledged();
    expect(await states()).toEqual(["QUEUED"]);
    worker();
    await expect.poll(states, WITHIN).toEqual(["SENT"]);
    expect(smtp.mails).toHaveLength(1);
  });

  it("leaves once after the worker was killed before the server took it", async () => {
    await acknowledged();
    const doomed = worker({ recipient: () => "hang" });
    await expect.poll(states, WITHIN).toEqual(["SENDING"]);
    await doomed.kill();
    expect(smtp.mails).toEqual([]);
    worker();
    await leaseRunsOut();
    await expect.poll(states, WITHIN).toEqual(["SENT"]);
    expect(smtp.mails).toHaveLength(1);
  });

  it("leaves at most twice, as the same message, after the worker was killed between the server's taking it and saying so", async () => {
    await acknowledged();
    const doomed = worker({ accept: () => "hang" });
    await expect.poll(() => smtp.mails.length, WITHIN).toBe(1);
    await doomed.kill();
    expect(await states()).toEqual(["SENDING"]);
    worker();
    await leaseRunsOut();
    await expect.poll(states, WITHIN).toEqual(["SENT"]);
    expect(smtp.mails).toHaveLength(2);
    expect(smtp.mails[0]?.messageId).toBe(smtp.mails[1]?.messageId);
  });

  it("is finished by a worker that is asked to stop, which leaves the rest to the next one", async () => {
    for (let n = 0; n < 3; n++) await acknowledged();
    const leaving = worker();
    await expect.poll(states, WITHIN).toEqual(["SENT", "SENT", "SENT"]);
    await expect.poll(leaving.log, WITHIN).toContain("worker is sending");
    expect(await leaving.stop()).toBe(0);
    expect(leaving.log()).not.toMatch(/@example\.org|Anmäld/);
    await acknowledged();
    worker();
    await expect.poll(async () => (await states()).filter((state) => state === "SENT").length, WITHIN).toBe(4);
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(4);
    expect(smtp.mails).toHaveLength(4);
  });

  it("leaves although the worker finds its database schema without its own tables, and leaves ours alone", async () => {
    worker();
    const beats = () => database().workerHeartbeat.count();
    await expect.poll(beats, WITHIN).toBeGreaterThan(0);
    const own = () => database().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM information_schema.tables WHERE table_schema = 'graphile_worker'`;
    await expect.poll(async () => (await own())[0]?.n, WITHIN).toBeGreaterThan(0);
    const strangers = await database().$queryRaw`
      SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '%graphile%'`;
    expect(strangers).toEqual([]);
  });
});
