import fc from "fast-check";
import { afterAll, afterEach, expect, it } from "vitest";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AdmissionQueue } from "@/lib/registrations/admission/admission-queue";
import { acceptOffer, declineOffer } from "@/lib/registrations/commands/answer-offer";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { readWaiting } from "@/lib/registrations/queries/lines";
import { nextInLine } from "@/lib/registrations/rules/line";
import { byChance } from "../support/by-chance";
import { at } from "../support/clock";
import { createCategory } from "../support/factories/category";
import { createEvent } from "../support/factories/event";
import { application, person, quotasOffTheRows, register, scopeOf } from "../support/registering";
import { withoutLocks } from "../support/without-locks";

const { seed: SEED, tries: STORMS } = byChance(4);
const MONDAY = at("2026-09-14 09:00");
const AT_ONCE = 50;

const own = database();
// Enough connections for the race to be one.
const wide = connect(env().DATABASE_URL, { poolSize: 25 });
useDatabase(wide);
afterEach(async () => {
  await own.$executeRawUnsafe("ALTER TABLE quota ENABLE TRIGGER quota_not_oversold");
  useDatabase(wide);
});
afterAll(async () => {
  useDatabase(own);
  await wide.$disconnect();
});

type World = {
  readonly eventId: string;
  readonly slug: string;
  readonly categories: readonly string[];
  readonly confirmed: readonly RegistrationScope[];
  readonly offered: readonly RegistrationScope[];
  readonly waiting: readonly RegistrationScope[];
};

/** Nine places for two categories of six and four; four more are offered a place, two of those too long ago, and others wait. */
async function fullEvent(waits = 16): Promise<World> {
  const event = await createEvent(own, { capacity: 9, waitingList: true, daysAhead: 60 }, MONDAY);
  const categories = [
    (await createCategory(own, event.id, { capacity: 6 })).key,
    (await createCategory(own, event.id, { capacity: 4 })).key,
  ];
  const everybody: RegistrationScope[] = [];
  for (let index = 0; index < 13 + waits; index++) {
    const answer = await register(event.slug, person({ category: categories[Number(index % 3 === 2)] }), MONDAY);
    if (!answer.ok) throw new Error(answer.code);
    everybody.push(await scopeOf(answer.value.reference));
  }
  for (const scope of everybody.slice(0, 4)) await cancelRegistration(scope, MONDAY);
  const of = async (state: "CONFIRMED" | "OFFERED" | "WAITLISTED") =>
    (await own.registration.findMany({ where: { eventId: event.id, state }, orderBy: { waitingNumber: "asc" } })).map(
      ({ id }) => ({ registrationId: id, eventId: event.id }) as RegistrationScope,
    );
  const offered = await of("OFFERED");
  expect(offered).toHaveLength(4);
  await own.registration.updateMany({
    where: { id: { in: offered.slice(0, 2).map(({ registrationId }) => registrationId) } },
    data: { expiresAt: new Date(MONDAY.epochMilliseconds - 1) },
  });
  const [confirmed, waiting] = [await of("CONFIRMED"), await of("WAITLISTED")];
  return { eventId: event.id, slug: event.slug, categories, confirmed, offered, waiting };
}

const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("accept" as const), whom: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("decline" as const), whom: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("cancel" as const), whom: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("leave the line" as const), whom: fc.nat(15) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("register" as const), whom: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lapse" as const), whom: fc.nat(0) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** Does all of it in the same moment, with as many admission queues as there would be processes; who accepted with success. */
async function storm(world: World, deeds: readonly Deed[]): Promise<readonly string[]> {
  const queues = Array.from({ length: 5 }, () => new AdmissionQueue());
  const works = await Promise.all(deeds.map((one, index) => workOf(world, one, queues[index % 5] as AdmissionQueue)));
  const answers = await Promise.all(works.map((work) => work()));
  return answers.flatMap((answer) => (answer ? [answer] : []));
}

type Work = () => Promise<string | null>;

async function workOf(world: World, { do: what, whom }: Deed, queue: AdmissionQueue): Promise<Work> {
  const pick = (people: readonly RegistrationScope[]) => people[whom % people.length] as RegistrationScope;
  switch (what) {
    case "accept": {
      const scope = pick(world.offered);
      return async () => ((await acceptOffer(scope, MONDAY)).ok ? scope.registrationId : null);
    }
    case "decline":
      return () => declineOffer(pick(world.offered), MONDAY).then(() => null);
    case "cancel":
      return () => cancelRegistration(pick(world.confirmed), MONDAY).then(() => null);
    case "leave the line":
      return () => cancelRegistration(pick(world.waiting), MONDAY).then(() => null);
    case "lapse":
      return () => letOffersLapse(MONDAY).then(() => null);
    case "register": {
      const asked = await application(world.slug, person({ category: world.categories[whom] }), MONDAY);
      return () => queue.admit(asked).then(() => null);
    }
  }
}

/** Those who came later in a category's line, or never stood in it, and had a place while others were left waiting. */
async function passedOver(eventId: string): Promise<string[]> {
  const rows = await own.registration.findMany({
    where: { eventId },
    select: { id: true, categoryId: true, state: true, waitingNumber: true, createdAt: true, transitions: true },
  });
  const isLeft = rows.filter(({ state }) => state === "WAITLISTED");
  return isLeft.flatMap((left) =>
    rows
      .filter(({ categoryId, waitingNumber, transitions }) => {
        if (categoryId !== left.categoryId || waitingNumber === null || left.waitingNumber === null) return false;
        return waitingNumber > left.waitingNumber && transitions.some(({ toState }) => toState === "OFFERED");
      })
      .map(({ id }) => `${id} before ${left.id}`),
  );
}

/** Whoever got a place at once, as a newcomer, in a category in which somebody from before is left waiting. */
async function jumpedTheLine(world: World, before: ReadonlySet<string>): Promise<string[]> {
  const rows = await own.registration.findMany({ where: { eventId: world.eventId } });
  const stillWait = new Set(
    rows.filter(({ id, state }) => before.has(id) && state === "WAITLISTED").map(({ categoryId }) => categoryId),
  );
  return rows
    .filter(
      ({ id, waitingNumber, categoryId }) => !before.has(id) && waitingNumber === null && stillWait.has(categoryId),
    )
    .map(({ id }) => id);
}

const quotasOf = (eventId: string) => own.quota.findMany({ where: { eventId } });
const oversold = async (eventId: string) =>
  (await quotasOf(eventId)).filter(({ used, capacity }) => capacity !== null && used > capacity);

/** Who could be offered a place and is not: nobody, though no worker has been by. */
async function stranded(eventId: string): Promise<readonly string[]> {
  const line = await readWaiting(own, eventId);
  return nextInLine(line, await quotasOf(eventId));
}

async function expectAllRight(world: World, deeds: readonly Deed[]): Promise<void> {
  const ids = await own.registration.findMany({ where: { eventId: world.eventId }, select: { id: true } });
  const before = new Set(ids.map(({ id }) => id));
  const accepted = await storm(world, deeds);
  const { eventId } = world;
  expect(await quotasOffTheRows(eventId)).toEqual([]);
  expect(await oversold(eventId)).toEqual([]);
  expect(await passedOver(eventId)).toEqual([]);
  expect(await jumpedTheLine(world, before)).toEqual([]);
  expect(await stranded(eventId)).toEqual([]);
  // Each offer has one end at the most, and whoever heard that the place is theirs has it.
  expect(new Set(accepted).size).toBe(accepted.length);
  for (const { registrationId } of world.offered) {
    const ends = await own.registrationTransition.findMany({ where: { registrationId, fromState: "OFFERED" } });
    expect(ends.length).toBeLessThanOrEqual(1);
    expect(ends.some(({ toState }) => toState === "CONFIRMED")).toBe(accepted.includes(registrationId));
  }
  // As many newcomers have a row as asked.
  const after = await own.registration.count({ where: { eventId } });
  expect(after - before.size).toBe(deeds.filter(({ do: what }) => what === "register").length);
}

it(
  `${AT_ONCE} at once accept, decline, cancel, leave, register and let offers lapse, ${STORMS} times over: no place twice, none stranded, nobody passed over`,
  async () => {
    const storms = fc.sample(fc.array(deed, { minLength: AT_ONCE, maxLength: AT_ONCE }), {
      seed: SEED,
      numRuns: STORMS,
    });
    for (const [index, deeds] of storms.entries()) {
      // A long line, and one so short that the storm empties it and newcomers get places at once.
      await expectAllRight(await fullEvent(index % 2 === 0 ? 16 : 2), deeds).catch((error: unknown) => {
        throw new Error(`SEED=${SEED}, storm ${index}: ${JSON.stringify(deeds)}`, { cause: error });
      });
    }
  },
  STORMS * 20_000,
);

it("control: without the lock and the guard the same storm gives places away twice", async () => {
  const world = await fullEvent(1);
  const pause = (offersPaused: boolean) => own.event.update({ where: { id: world.eventId }, data: { offersPaused } });
  await pause(true);
  for (const scope of world.confirmed) await cancelRegistration(scope, MONDAY);
  await pause(false);
  await own.$executeRawUnsafe("ALTER TABLE quota DISABLE TRIGGER quota_not_oversold");
  useDatabase(withoutLocks(wide));
  const newcomers = Array.from({ length: AT_ONCE - 5 }, (_, n) => ({ do: "register" as const, whom: n % 2 }));
  await storm(world, [...newcomers, ...[0, 1, 2, 3].map((whom) => ({ do: "decline" as const, whom }))]);
  expect(await oversold(world.eventId)).not.toEqual([]);
});
