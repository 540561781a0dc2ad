import { afterAll, afterEach, expect, it } from "vitest";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AdmissionQueue } from "@/lib/registrations/admission/admission-queue";
import type { ApplicationAnswer } from "@/lib/registrations/admission/application";
import { NOW } from "../support/clock";
import { createEvent } from "../support/factories/event";
import { createSession } from "../support/factories/session";
import { createVoucher } from "../support/factories/voucher";
import { application, person, quotasOffTheRows, register } from "../support/registering";
import { withoutLocks } from "../support/without-locks";

const own = database();
// Enough connections for the race to be one: with two, the pool would queue what the lock is to order.
const wide = connect(env().DATABASE_URL, { poolSize: 25 });
useDatabase(wide);

const lockless = withoutLocks(wide);

afterEach(async () => {
  await own.$executeRawUnsafe("ALTER TABLE quota ENABLE TRIGGER quota_not_oversold");
  useDatabase(wide);
});
afterAll(async () => {
  useDatabase(own);
  await wide.$disconnect();
});

/** Fifty at once, at ten processes' worth of queues: what one process admits in groups, the database must keep apart. */
async function rush(slug: string, more: Record<string, unknown> = {}) {
  const queues = Array.from({ length: 10 }, () => new AdmissionQueue());
  const applications = await Promise.all(Array.from({ length: 50 }, () => application(slug, person(more), NOW)));
  return Promise.allSettled(
    applications.map((one, index) => (queues[index % queues.length] as AdmissionQueue).admit(one)),
  );
}

const answered = (answers: PromiseSettledResult<ApplicationAnswer>[], kind: ApplicationAnswer["kind"]) =>
  answers.filter((answer) => answer.status === "fulfilled" && answer.value.kind === kind).length;

it.each([1, 7, 49])(
  "fifty at once for the last %i places: exactly so many get one, the others hear it is full",
  async (places) => {
    const event = await createEvent(own, { capacity: places }, NOW);
    const answers = await rush(event.slug);
    expect([answered(answers, "placed"), answered(answers, "full")]).toEqual([places, 50 - places]);
    expect(await own.registration.count({ where: { eventId: event.id } })).toBe(places);
    expect(await own.outboxMail.count({ where: { eventId: event.id } })).toBe(places);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  },
);

it("fifty at once for the last places of a session and a day leave the rest of the event open", async () => {
  const event = await createEvent(own, { capacity: 1000 }, NOW);
  const workshop = await createSession(own, event, { capacity: 5 });
  expect(answered(await rush(event.slug, { sessions: [workshop.id] }), "placed")).toBe(5);
  expect(await register(event.slug, person(), NOW)).toMatchObject({ ok: true });
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});

it("fifty at once for a code with three uses: exactly three of them, and the event stays open", async () => {
  const event = await createEvent(own, { capacity: 1000 }, NOW);
  const voucher = await createVoucher(own, event.id, { uses: 3 });
  const answers = await rush(event.slug, { code: voucher.code });
  expect([answered(answers, "placed"), answered(answers, "full")]).toEqual([3, 47]);
  expect(await own.registration.count({ where: { voucherId: voucher.id } })).toBe(3);
  expect(await register(event.slug, person(), NOW)).toMatchObject({ ok: true });
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});

it("control: without the lock and the guard a code is used more often than it may be", async () => {
  await own.$executeRawUnsafe("ALTER TABLE quota DISABLE TRIGGER quota_not_oversold");
  useDatabase(lockless);
  const event = await createEvent(own, { capacity: 1000 }, NOW);
  const voucher = await createVoucher(own, event.id, { uses: 3 });
  await rush(event.slug, { code: voucher.code });
  expect(await own.registration.count({ where: { voucherId: voucher.id } })).toBeGreaterThan(3);
});

it("control: without the lock and the guard the same rush oversells", async () => {
  await own.$executeRawUnsafe("ALTER TABLE quota DISABLE TRIGGER quota_not_oversold");
  useDatabase(lockless);
  const event = await createEvent(own, { capacity: 7 }, NOW);
  await rush(event.slug);
  expect(await own.registration.count({ where: { eventId: event.id } })).toBeGreaterThan(7);
});

it("without the lock the database's own guard still holds", async () => {
  useDatabase(lockless);
  const event = await createEvent(own, { capacity: 7 }, NOW);
  await rush(event.slug);
  expect(await own.registration.count({ where: { eventId: event.id } })).toBe(7);
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});
