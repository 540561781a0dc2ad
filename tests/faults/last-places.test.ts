import { afterAll, afterEach, expect, it } from "vitest";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { NOW } from "../support/clock";
import { createEvent } from "../support/factories/event";
import { createSession } from "../support/factories/session";
import { person, quotasOffTheRows, register } from "../support/registering";

const own = database();
// Enough connections for the race to be one: with two, the pool would queue what the lock is to order.
const wide = connect(env().DATABASE_URL, { poolSize: 25 });
useDatabase(wide);

/** The same client with every row lock taken out of the SQL: the control experiment. */
const lockless = wide.$extends({
  query: {
    $queryRaw({ args, query }) {
      const unlocked = args.strings.map((part) => part.replace(/\s+FOR UPDATE/, ""));
      return query(Object.assign(Object.create(Object.getPrototypeOf(args)), args, { strings: unlocked }));
    },
  },
});

afterEach(async () => {
  await own.$executeRawUnsafe("ALTER TABLE quota ENABLE TRIGGER quota_not_oversold");
  useDatabase(wide);
});
afterAll(async () => {
  useDatabase(own);
  await wide.$disconnect();
});

const rush = (slug: string, more: Record<string, unknown> = {}) =>
  Promise.allSettled(Array.from({ length: 50 }, () => register(slug, person(more), NOW)));

async function admitted(answers: PromiseSettledResult<Awaited<ReturnType<typeof register>>>[]) {
  return answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok).length;
}

it.each([1, 7, 49])(
  "fifty at once for the last %i places: exactly so many get one, the others hear it is full",
  async (places) => {
    const event = await createEvent(own, { capacity: places }, NOW);
    const answers = await rush(event.slug);
    expect(await admitted(answers)).toBe(places);
    const refused = answers.flatMap((answer) =>
      answer.status === "fulfilled" && !answer.value.ok ? [answer.value.code] : [],
    );
    expect(refused).toEqual(Array(50 - places).fill("full"));
    expect(await own.registration.count({ where: { eventId: event.id } })).toBe(places);
    expect(await own.outboxMail.count({ where: { eventId: event.id } })).toBe(places);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  },
);

it("fifty at once for the last places of a session and a day leave the rest of the event open", async () => {
  const event = await createEvent(own, { capacity: 1000 }, NOW);
  const workshop = await createSession(own, event, { capacity: 5 });
  expect(await admitted(await rush(event.slug, { sessions: [workshop.id] }))).toBe(5);
  expect(await register(event.slug, person(), NOW)).toMatchObject({ ok: true });
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});

it("control: without the lock and the guard the same rush oversells", async () => {
  await own.$executeRawUnsafe("ALTER TABLE quota DISABLE TRIGGER quota_not_oversold");
  useDatabase(lockless as unknown as typeof wide);
  const event = await createEvent(own, { capacity: 7 }, NOW);
  await rush(event.slug);
  expect(await own.registration.count({ where: { eventId: event.id } })).toBeGreaterThan(7);
});

it("without the lock the database's own guard still holds", async () => {
  useDatabase(lockless as unknown as typeof wide);
  const event = await createEvent(own, { capacity: 7 }, NOW);
  await rush(event.slug);
  expect(await own.registration.count({ where: { eventId: event.id } })).toBe(7);
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});
