import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { acceptOffer, declineOffer } from "@/lib/registrations/commands/answer-offer";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { offerFreedPlaces } from "@/lib/registrations/commands/offer-freed-places";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { readWaiting } from "@/lib/registrations/queries/lines";
import { nextInLine } from "@/lib/registrations/rules/line";
import { nextState, REGISTRATION_EVENTS, type RegistrationState } from "@/lib/registrations/rules/transitions";
import { byChance } from "../../support/by-chance";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createSession } from "../../support/factories/session";
import { person, quotasOffTheRows, register, scopeOf } from "../../support/registering";

const { seed, tries } = byChance(12);

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("register" as const), workshop: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), whom: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("accept" as const), whom: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("decline" as const), whom: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("substitute" as const), whom: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("days pass" as const), days: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("capacity" as const), places: fc.nat(6) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type World = { eventId: string; slug: string; workshopId: string; now: Temporal.Instant; references: string[] };

async function begin(): Promise<World> {
  const event = await createEvent(database(), { capacity: 3, waitingList: true, daysAhead: 60 }, NOW);
  const workshop = await createSession(database(), event, { capacity: 2 });
  return { eventId: event.id, slug: event.slug, workshopId: workshop.id, now: NOW, references: [] };
}

async function take(world: World, one: Step): Promise<void> {
  const { eventId, slug, workshopId, now } = world;
  if (one.do === "register") {
    const answer = await register(slug, person(one.workshop ? { sessions: [workshopId] } : {}), now);
    if (answer.ok) world.references.push(answer.value.reference);
  } else if (one.do === "days pass") {
    world.now = now.add({ hours: 24 * one.days });
    await letOffersLapse(world.now);
  } else if (one.do === "capacity") {
    await database().quota.updateMany({
      where: { eventId, categoryId: null, dayId: null, sessionId: null, voucherId: null },
      data: { capacity: one.places },
    });
    await offerFreedPlaces(eventId, now);
  } else {
    const reference = world.references[one.whom % Math.max(1, world.references.length)];
    if (!reference) return;
    const scope = await scopeOf(reference);
    if (one.do === "cancel") await cancelRegistration(scope, now);
    if (one.do === "accept") await acceptOffer(scope, now);
    if (one.do === "decline") await declineOffer(scope, now);
    if (one.do === "substitute") {
      const { name, email } = person();
      const answer = await substituteAttendee(scope, { body: { name, email }, actor: { kind: "ATTENDEE" } }, now);
      if (answer.ok) world.references.push(answer.value.reference);
    }
  }
}

const quotasOf = (eventId: string) => database().quota.findMany({ where: { eventId }, orderBy: { id: "asc" } });

/** Each history begins somewhere, takes only steps the state machine has, and ends where the registration is. */
async function historiesThatDoNotReplay(eventId: string): Promise<string[]> {
  const rows = await database().registration.findMany({
    where: { eventId },
    select: { reference: true, state: true, transitions: { orderBy: { id: "asc" } } },
  });
  return rows.flatMap(({ reference, state, transitions }) => {
    let at: RegistrationState | null = null;
    for (const { fromState, toState } of transitions) {
      const isStep: boolean =
        fromState === null || REGISTRATION_EVENTS.some((event) => nextState(fromState, event) === toState);
      if (fromState !== at || !isStep) return [`${reference}: ${at} then ${fromState} to ${toState}`];
      at = toState;
    }
    return at === state ? [] : [`${reference}: ${at} is not ${state}`];
  });
}

it("whatever is done in whatever order, the books are right and nobody in line is passed over", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const world = await begin();
      let before = await quotasOf(world.eventId);
      for (const one of steps) {
        await take(world, one);
        expect(await quotasOffTheRows(world.eventId)).toEqual([]);
        const after = await quotasOf(world.eventId);
        after.forEach(({ used, capacity }, index) => {
          // Lowered below what is used, it evicts nobody, and lets nobody in.
          if (capacity !== null && used > capacity) expect(used).toBeLessThanOrEqual(before[index]?.used ?? 0);
        });
        before = after;
        expect(await historiesThatDoNotReplay(world.eventId)).toEqual([]);
        const line = await readWaiting(database(), world.eventId);
        expect(nextInLine(line, after)).toEqual([]);
      }
    }),
    { seed, numRuns: tries },
  );
});
