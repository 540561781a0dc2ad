import fc from "fast-check";
import { afterAll, afterEach, expect, it } from "vitest";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AdmissionQueue } from "@/lib/registrations/admission/admission-queue";
import { acceptSessionOffer } from "@/lib/registrations/commands/accept-session-offer";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { leaveSessionLine } from "@/lib/registrations/commands/leave-session-line";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { byChance } from "../support/by-chance";
import { at } from "../support/clock";
import { createEvent } from "../support/factories/event";
import { createSession } from "../support/factories/session";
import { application, person, quotasOffTheRows, register, scopeOf } from "../support/registering";
import { withoutLocks } from "../support/without-locks";

const { seed: SEED, tries: STORMS } = byChance(4);
const MONDAY = at("2026-09-14 09:00");
const AT_ONCE = 50;
const PLACES = 5;

const own = database();
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
  readonly workshopId: string;
  readonly holders: readonly RegistrationScope[];
  readonly offered: readonly RegistrationScope[];
  readonly waiting: readonly RegistrationScope[];
  readonly outside: readonly RegistrationScope[];
};

/** A workshop with five places: two taken, three offered, one of those too long ago; others wait, and five have not asked. */
async function fullWorkshop(waits: number): Promise<World> {
  const event = await createEvent(own, { capacity: 1000, daysAhead: 60 }, MONDAY);
  const { id: workshopId } = await createSession(own, event, { capacity: PLACES });
  const join = async (count: number, sessions: readonly string[]) => {
    const people: RegistrationScope[] = [];
    for (let index = 0; index < count; index++) {
      const answer = await register(event.slug, person({ sessions }), MONDAY);
      if (!answer.ok) throw new Error(answer.code);
      people.push(await scopeOf(answer.value.reference));
    }
    return people;
  };
  const holders = await join(PLACES, [workshopId]);
  const line = await join(3 + waits, []);
  for (const scope of line) await waitForSession(scope, workshopId, MONDAY);
  for (const scope of holders.splice(0, 3)) await changeRegistration(scope, { sessions: [] }, MONDAY);
  const [offered, waiting] = [line.slice(0, 3), line.slice(3)];
  const past = { expiresAt: new Date(MONDAY.epochMilliseconds - 1) };
  const [first] = offered.map(({ registrationId }) => registrationId);
  await own.sessionWaiting.updateMany({ where: { registrationId: first as string, state: "OFFERED" }, data: past });
  expect(await own.sessionWaiting.count({ where: { sessionId: workshopId, state: "OFFERED" } })).toBe(3);
  return { eventId: event.id, slug: event.slug, workshopId, holders, offered, waiting, outside: await join(5, []) };
}

const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("accept" as const), whom: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("decline" as const), whom: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("give back" as const), whom: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel the holder" as const), whom: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("leave the line" as const), whom: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel who waits" as const), whom: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("join the line" as const), whom: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("change to it" as const), whom: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("register" as const), whom: fc.nat(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lapse" as const), whom: fc.nat(0) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;
type Work = () => Promise<string | null>;

/** Does all of it in the same moment; who accepted with success. */
async function storm(world: World, deeds: readonly Deed[]): Promise<readonly string[]> {
  const queues = Array.from({ length: 5 }, () => new AdmissionQueue());
  const works = await Promise.all(deeds.map((one, index) => workOf(world, one, queues[index % 5] as AdmissionQueue)));
  const answers = await Promise.all(works.map((work) => work()));
  return answers.flatMap((answer) => (answer ? [answer] : []));
}

async function workOf(world: World, { do: what, whom }: Deed, queue: AdmissionQueue): Promise<Work> {
  const { workshopId, slug, holders, offered, waiting, outside } = world;
  const pick = (people: readonly RegistrationScope[]) => people[whom % people.length] as RegistrationScope;
  const silent = (work: () => Promise<unknown>): Work => {
    return () => work().then(() => null);
  };
  switch (what) {
    case "accept": {
      const scope = pick(offered);
      return async () =>
        (await acceptSessionOffer(scope, { sessionId: workshopId }, MONDAY)).ok ? scope.registrationId : null;
    }
    case "decline":
      return silent(() => leaveSessionLine(pick(offered), workshopId, MONDAY));
    case "give back":
      return silent(() => changeRegistration(pick(holders), { sessions: [] }, MONDAY));
    case "cancel the holder":
      return silent(() => cancelRegistration(pick(holders), MONDAY));
    case "leave the line":
      return silent(() => leaveSessionLine(pick(waiting), workshopId, MONDAY));
    case "cancel who waits":
      return silent(() => cancelRegistration(pick(waiting), MONDAY));
    case "join the line":
      return silent(() => waitForSession(pick(outside), workshopId, MONDAY));
    case "change to it":
      return silent(() => changeRegistration(pick(outside), { sessions: [workshopId] }, MONDAY));
    case "lapse":
      return silent(() => letOffersLapse(MONDAY));
    case "register": {
      const asked = await application(slug, person({ sessions: [workshopId] }), MONDAY);
      return silent(() => queue.admit(asked));
    }
  }
}

const oversold = async (sessionId: string) =>
  (await own.quota.findMany({ where: { sessionId } })).filter(({ used, capacity }) => used > (capacity ?? 0));

async function expectAllRight(world: World, deeds: readonly Deed[]): Promise<void> {
  const { eventId, workshopId: sessionId, waiting, holders } = world;
  const accepted = await storm(world, deeds);
  expect(await quotasOffTheRows(eventId)).toEqual([]);
  expect(await oversold(sessionId)).toEqual([]);
  const rows = await own.sessionWaiting.findMany({ where: { sessionId }, orderBy: { number: "asc" } });
  const left = rows.filter(({ state }) => state === "WAITING");
  const { used, capacity } = await own.quota.findFirstOrThrow({ where: { sessionId } });
  // Nobody waits beside a free place, though no worker has been by.
  expect(left.length === 0 || used >= (capacity ?? 0)).toBe(true);
  // First in, first out: nobody behind one who still waits was offered anything.
  const first = left[0];
  const ahead =
    first && rows.filter(({ number, state }) => number > first.number && state !== "WAITING" && state !== "LEFT");
  expect(ahead ?? []).toEqual([]);
  // While any of those from before the storm still wait, only they and who had it may hold a place.
  const knew = new Set([...waiting, ...world.offered, ...holders].map(({ registrationId }) => registrationId));
  const inIt = await own.registrationSession.findMany({ where: { sessionId, registration: { state: "CONFIRMED" } } });
  if (left.some(({ registrationId }) => knew.has(registrationId)))
    expect(inIt.filter(({ registrationId }) => !knew.has(registrationId))).toEqual([]);
  expect(new Set(accepted).size).toBe(accepted.length);
  for (const { registrationId, state } of rows.filter((row) => knew.has(row.registrationId)))
    expect(state === "ACCEPTED").toBe(accepted.includes(registrationId));
  // Nobody stands in line for what they have.
  const has = new Set(inIt.map(({ registrationId }) => registrationId));
  expect(rows.filter(({ registrationId, state }) => has.has(registrationId) && state === "WAITING")).toEqual([]);
}

it(
  `${AT_ONCE} at once on one session's line and offers, ${STORMS} times over: no place twice, none stranded, nobody passed over`,
  async () => {
    const storms = fc.sample(fc.array(deed, { minLength: AT_ONCE, maxLength: AT_ONCE }), {
      seed: SEED,
      numRuns: STORMS,
    });
    for (const [index, deeds] of storms.entries()) {
      await expectAllRight(await fullWorkshop(index % 2 === 0 ? 10 : 1), deeds).catch((error: unknown) => {
        throw new Error(`SEED=${SEED}, storm ${index}: ${JSON.stringify(deeds)}`, { cause: error });
      });
    }
  },
  STORMS * 20_000,
);

it("control: without the lock and the guard the same storm gives places away twice", async () => {
  const world = await fullWorkshop(1);
  const pause = (offersPaused: boolean) => own.event.update({ where: { id: world.eventId }, data: { offersPaused } });
  await pause(true);
  for (const scope of world.holders) await cancelRegistration(scope, MONDAY);
  await pause(false);
  await own.$executeRawUnsafe("ALTER TABLE quota DISABLE TRIGGER quota_not_oversold");
  useDatabase(withoutLocks(wide));
  const newcomers = Array.from({ length: AT_ONCE - 3 }, () => ({ do: "register" as const, whom: 0 }));
  await storm(world, [...newcomers, ...[0, 1, 2].map((whom) => ({ do: "decline" as const, whom }))]);
  expect(await oversold(world.workshopId)).not.toEqual([]);
});
