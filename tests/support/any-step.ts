import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import type { BookingScope, EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { acceptSessionOffer } from "@/lib/registrations/commands/accept-session-offer";
import { acceptOffer, declineOffer } from "@/lib/registrations/commands/answer-offer";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { bookColleagues } from "@/lib/registrations/commands/book-colleagues";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { leaveSessionLine } from "@/lib/registrations/commands/leave-session-line";
import { letHoldsLapse } from "@/lib/registrations/commands/let-holds-lapse";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { nameHeldPlace } from "@/lib/registrations/commands/name-held-place";
import { offerByHand } from "@/lib/registrations/commands/offer-by-hand";
import { offerFreedPlaces } from "@/lib/registrations/commands/offer-freed-places";
import { pauseOffers } from "@/lib/registrations/commands/pause-offers";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { NOW } from "./clock";
import { createCategory } from "./factories/category";
import { createSession } from "./factories/session";
import { createVoucher } from "./factories/voucher";
import { inviter } from "./inviting";
import { person, register, scopeOf } from "./registering";

const whom = fc.nat(30);
const done = <const D extends string>(what: D) => fc.record({ do: fc.constant(what), whom });
const choice = { workshop: fc.boolean(), code: fc.nat(3).map((n) => n === 0), approval: fc.nat(3).map((n) => n === 0) };

/** Anything that somebody or time can do to the places of one event. */
export const anyStep = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: fc.constant("register" as const), ...choice }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("book" as const), named: fc.nat(2), held: fc.nat(2), ...choice }),
  },
  { weight: 3, arbitrary: done("cancel") },
  { weight: 3, arbitrary: done("accept") },
  { weight: 1, arbitrary: done("decline") },
  { weight: 1, arbitrary: done("substitute") },
  { weight: 2, arbitrary: done("name") },
  { weight: 1, arbitrary: done("offer by hand") },
  { weight: 1, arbitrary: done("approve") },
  { weight: 1, arbitrary: done("reject") },
  { weight: 3, arbitrary: done("wait for the workshop") },
  { weight: 2, arbitrary: done("take the workshop") },
  { weight: 1, arbitrary: done("leave the workshop's line") },
  { weight: 2, arbitrary: done("give the workshop back") },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pause" as const), isPaused: fc.nat(2).map((n) => n === 0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("days pass" as const), days: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("capacity" as const), places: fc.nat(7) }) },
);
export type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** What somebody asked for when they came. */
type Asked = { readonly category: string; readonly workshop: boolean; readonly code: boolean };

export type World = {
  readonly eventId: string;
  readonly slug: string;
  readonly organiser: EventScope;
  readonly workshopId: string;
  readonly voucher: { readonly id: string; readonly code: string; readonly uses: number };
  readonly categories: { readonly plain: string; readonly approval: string };
  now: Temporal.Instant;
  /** Everybody who ever came, by reference, with what they asked for. */
  readonly people: Map<string, Asked>;
};

/** The places are held for names until then, and no sequence lasts until registration closes. */
const NAMING_DAYS = 6;
const LAST = NOW.add({ hours: 24 * 25 });

/** An event with three places, at most two of them for people the organiser says yes to, a workshop for two and a code for two. */
export async function beginWorld(): Promise<World> {
  const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
  const wishes = { capacity: 3, waitingList: true, daysAhead: 60 };
  const lastNamingDay = toDateColumn(today.add({ days: NAMING_DAYS }));
  const { event, scope } = await inviter(NOW, "EDITOR", { ...wishes, lastNamingDay });
  const workshop = await createSession(database(), event, { capacity: 2 });
  const uses = 2;
  const { id, code } = await createVoucher(database(), event.id, { uses });
  const approval = await createCategory(database(), event.id, { approval: true, capacity: 2 });
  return {
    ...{ eventId: event.id, slug: event.slug, organiser: scope, workshopId: workshop.id, voucher: { id, code, uses } },
    categories: { plain: "deltagare", approval: approval.key },
    now: NOW,
    people: new Map(),
  };
}

/** Takes a step. What cannot be done now is refused by the product, and that is a step too. */
export async function take(world: World, step: Step): Promise<void> {
  const { eventId, organiser, now } = world;
  switch (step.do) {
    case "register": {
      const asked = askedFor(world, step);
      const answer = await register(world.slug, person(fieldsOf(world, asked)), now);
      if (answer.ok) world.people.set(answer.value.reference, asked);
      return;
    }
    case "book":
      return book(world, step);
    case "pause":
      return pauseOffers(organiser, step.isPaused, now);
    case "days pass": {
      const then = now.add({ hours: 24 * step.days });
      if (then.epochMilliseconds > LAST.epochMilliseconds) return;
      world.now = then;
      await letOffersLapse(then);
      await letHoldsLapse(then);
      return;
    }
    case "capacity":
      await database().quota.updateMany({
        where: { eventId, categoryId: null, dayId: null, sessionId: null, voucherId: null },
        data: { capacity: step.places },
      });
      await offerFreedPlaces(eventId, now);
      return;
    default: {
      // Mostly somebody who can; where nobody can, or now and then, anybody: the product has to refuse them.
      const all = [...world.people.keys()];
      const able = step.whom % 6 === 0 ? [] : await whoCan(world, step.do);
      const some = able.length > 0 ? able : all;
      const reference = some[step.whom % Math.max(1, some.length)];
      if (reference) await does(world, step.do, reference, await scopeOf(reference));
    }
  }
}

type Deed = Extract<Step, { whom: number }>["do"];

async function whoCan({ eventId, workshopId: sessionId }: World, deed: Deed): Promise<readonly string[]> {
  const rows = await database().registration.findMany({
    where: { eventId, ...ABLE[deed](sessionId) },
    select: { reference: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ reference }) => reference);
}

const ABLE: Record<Deed, (sessionId: string) => Prisma.RegistrationWhereInput> = {
  cancel: () => ({ state: "CONFIRMED" }),
  accept: () => ({ state: "OFFERED" }),
  decline: () => ({ state: "OFFERED" }),
  substitute: () => ({ state: "CONFIRMED" }),
  name: () => ({ state: "HELD" }),
  "offer by hand": () => ({ state: "WAITLISTED" }),
  approve: () => ({ state: "PENDING_APPROVAL" }),
  reject: () => ({ state: "PENDING_APPROVAL" }),
  "wait for the workshop": (sessionId) => ({ state: "CONFIRMED", sessions: { none: { sessionId } } }),
  "take the workshop": () => ({ waiting: { some: { state: "OFFERED" } } }),
  "leave the workshop's line": () => ({ waiting: { some: { state: { in: ["WAITING", "OFFERED"] } } } }),
  "give the workshop back": (sessionId) => ({ state: "CONFIRMED", sessions: { some: { sessionId } } }),
};

async function does(world: World, deed: Deed, reference: string, scope: RegistrationScope): Promise<unknown> {
  const { organiser, workshopId: sessionId, now } = world;
  const references = [reference];
  switch (deed) {
    case "cancel":
      return cancelRegistration(scope, now);
    case "accept":
      return acceptOffer(scope, now);
    case "decline":
      return declineOffer(scope, now);
    case "offer by hand":
      return offerByHand(organiser, scope, now);
    case "approve":
    case "reject":
      return answerPending(organiser, { answer: deed, references, reason: null }, now);
    case "wait for the workshop":
      return waitForSession(scope, sessionId, now);
    case "take the workshop":
      return acceptSessionOffer(scope, { sessionId }, now);
    case "leave the workshop's line":
      return leaveSessionLine(scope, sessionId, now);
    case "give the workshop back":
      return changeRegistration(scope, { sessions: [] }, now);
    case "name": {
      const { bookingId } = await database().registration.findUniqueOrThrow({ where: { reference } });
      const booking = { bookingId, eventId: world.eventId } as BookingScope;
      return nameHeldPlace(booking, { reference, body: whoIsNew() }, now);
    }
    case "substitute": {
      const answer = await substituteAttendee(scope, { body: whoIsNew(), actor: { kind: "ATTENDEE" } }, now);
      const asked = world.people.get(reference);
      if (answer.ok && asked) world.people.set(answer.value.reference, asked);
    }
  }
}

async function book(world: World, step: Extract<Step, { do: "book" }>): Promise<void> {
  const asked = askedFor(world, step);
  const { code, ...each } = fieldsOf(world, asked);
  const people = [
    ...Array.from({ length: step.named + (step.held === 0 ? 1 : 0) }, () => ({ ...each, ...whoIsNew() })),
    ...Array.from({ length: step.held }, () => each),
  ];
  const registrant = whoIsNew();
  const body = { registrant, consent: true, people, ...(code !== undefined && { code }) };
  const booking = { slug: world.slug, body, locale: "sv", idempotencyKey: null, clientIp: registrant.email } as const;
  const answer = await bookColleagues({ ...booking, actor: { kind: "ATTENDEE" } }, world.now);
  if (!answer.ok) return;
  for (const one of answer.value.people) if (one.kind === "placed") world.people.set(one.reference, asked);
}

function askedFor({ categories }: World, step: { workshop: boolean; code: boolean; approval: boolean }): Asked {
  return {
    category: step.approval ? categories.approval : categories.plain,
    workshop: step.workshop,
    code: step.code,
  };
}

function fieldsOf({ workshopId, voucher }: World, { category, workshop, code }: Asked) {
  return { category, sessions: workshop ? [workshopId] : [], ...(code && { code: voucher.code }) };
}

function whoIsNew(): { name: string; email: string } {
  const { name, email } = person();
  return { name: String(name), email: String(email) };
}
