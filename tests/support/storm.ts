import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { createEvent, type EventWishes } from "./factories/event";
import { createSession } from "./factories/session";
import { createVoucher } from "./factories/voucher";
import type { Deed } from "./product-process";
import { person, register, scopeOf } from "./registering";

export const KINDS = ["places", "waiting list", "session", "code", "substitution"] as const;
export type Kind = (typeof KINDS)[number];

type Scope = Awaited<ReturnType<typeof scopeOf>>;
/** A deed before it has its key. */
type Wish = Deed extends infer D ? (D extends Deed ? Omit<D, "key"> : never) : never;

/** What is rushed for, and everything that is done in the rush. */
export type Storm = { readonly eventId: string; readonly slug: string; readonly deeds: readonly Wish[] };

/** How much is done at once. */
export const AT_ONCE = 200;

/**
 * An event where so many places, of the kind that is rushed for, are left or contested, and what people do about them all at
 * once: each offer is taken and declined, each place cancelled and handed over more than once, and newcomers make up the rest.
 */
export async function brewStorm(kind: Kind, places: number, waitingList: boolean): Promise<Storm> {
  switch (kind) {
    case "places": {
      const { eventId, slug } = await begin({ capacity: places, waitingList });
      return { eventId, slug, deeds: newcomers(slug, AT_ONCE) };
    }
    case "code": {
      const { eventId, slug } = await begin({ capacity: 1000 });
      const { code } = await createVoucher(database(), eventId, { uses: places });
      return { eventId, slug, deeds: newcomers(slug, AT_ONCE, { code }) };
    }
    case "waiting list":
      return aroundTheLine(places);
    case "session":
      return aroundTheSession(places);
    case "substitution": {
      const { eventId, slug } = await begin({ capacity: places, waitingList: true });
      const comers = await join(slug, places);
      await join(slug, 5);
      const own = comers
        .slice(0, 35)
        .flatMap((scope): Wish[] => [handOver(scope), { do: "cancel", scope }, handOver(scope), handOver(scope)]);
      return { eventId, slug, deeds: mixed(own, newcomers(slug, AT_ONCE - own.length)) };
    }
  }
}

async function begin(wishes: EventWishes) {
  const event = await createEvent(database(), { daysAhead: 60, ...wishes }, currentInstant());
  return { event, eventId: event.id, slug: event.slug };
}

async function join(slug: string, count: number, fields: Record<string, unknown> = {}): Promise<Scope[]> {
  const now = currentInstant();
  const answers = await Promise.all(Array.from({ length: count }, () => register(slug, person(fields), now)));
  return Promise.all(answers.flatMap((answer) => (answer.ok ? [scopeOf(answer.value.reference)] : [])));
}

function newcomers(slug: string, count: number, fields: Record<string, unknown> = {}): Wish[] {
  return Array.from({ length: count }, () => ({ do: "register" as const, slug, body: person(fields) }));
}

function handOver(scope: Scope): Wish {
  const { name, email } = person();
  return { do: "substitute", scope, body: { name, email } };
}

/** The contested deeds among the newcomers, so that both processes have some of each. */
function mixed(own: readonly Wish[], others: readonly Wish[]): readonly Wish[] {
  return Array.from({ length: Math.max(own.length, others.length) }, (_, n) => [own[n], others[n]])
    .flat()
    .filter((wish) => wish !== undefined);
}

const PAST = new Date("2020-01-01T00:00:00Z");

async function aroundTheLine(places: number): Promise<Storm> {
  const { eventId, slug } = await begin({ capacity: places, waitingList: true });
  const comers = await join(slug, places);
  const waiting = await join(slug, 20);
  for (const scope of comers.splice(0, Math.ceil(Math.min(places, 8) / 2)))
    await cancelRegistration(scope, currentInstant());
  const offered = (await database().registration.findMany({ where: { eventId, state: "OFFERED" } })).map(
    ({ id }) => ({ registrationId: id, eventId }) as Scope,
  );
  const late = offered.slice(1, 3).map(({ registrationId }) => registrationId);
  await database().registration.updateMany({ where: { id: { in: late } }, data: { expiresAt: PAST } });
  const isOffered = new Set(offered.map(({ registrationId }) => registrationId));
  const own = [
    ...offered.flatMap((scope): Wish[] =>
      (["accept", "decline", "accept"] as const).map((what) => ({ do: what, scope })),
    ),
    ...comers.slice(0, 15).flatMap((scope): Wish[] => [1, 2].map(() => ({ do: "cancel", scope }))),
    ...waiting
      .filter(({ registrationId }) => !isOffered.has(registrationId))
      .slice(0, 5)
      .map((scope): Wish => ({ do: "cancel", scope })),
  ];
  return { eventId, slug, deeds: mixed(own, newcomers(slug, AT_ONCE - own.length)) };
}

async function aroundTheSession(places: number): Promise<Storm> {
  const now = currentInstant();
  const { event, eventId, slug } = await begin({ capacity: 1000 });
  const { id: sessionId } = await createSession(database(), event, { capacity: places });
  const holders = await join(slug, places, { sessions: [sessionId] });
  const line = await join(slug, 12);
  for (const scope of line) await waitForSession(scope, sessionId, now);
  const outside = await join(slug, 8);
  for (const scope of holders.splice(0, Math.ceil(Math.min(places, 8) / 2)))
    await changeRegistration(scope, { sessions: [] }, now);
  const offers = await database().sessionWaiting.findMany({ where: { sessionId, state: "OFFERED" } });
  const late = offers.slice(1, 3).map(({ id }) => id);
  await database().sessionWaiting.updateMany({ where: { id: { in: late } }, data: { expiresAt: PAST } });
  const isOffered = new Set(offers.map(({ registrationId }) => registrationId));
  const own = [
    ...line.flatMap((scope): Wish[] =>
      isOffered.has(scope.registrationId)
        ? (["take", "leave", "take"] as const).map((what) => ({ do: what, scope, sessionId }))
        : [],
    ),
    ...holders.slice(0, 15).map((scope): Wish => ({ do: "change", scope, sessions: [] })),
    ...outside.flatMap((scope): Wish[] => [1, 2].map(() => ({ do: "change", scope, sessions: [sessionId] }))),
  ];
  return {
    ...{ eventId, slug },
    deeds: mixed(own, newcomers(slug, AT_ONCE - own.length, { sessions: [sessionId] })),
  };
}
