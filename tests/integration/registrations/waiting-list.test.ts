import { describe, expect, it } from "vitest";
import { canEdit } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import { database } from "@/lib/platform/db";
import { acceptOffer, declineOffer } from "@/lib/registrations/commands/answer-offer";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { offerByHand } from "@/lib/registrations/commands/offer-by-hand";
import { offerEverywhere, offerFreedPlaces } from "@/lib/registrations/commands/offer-freed-places";
import { pauseOffers } from "@/lib/registrations/commands/pause-offers";
import { findPlaceInLine } from "@/lib/registrations/queries/place-in-line";
import { at } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createCategory } from "../../support/factories/category";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { person, quotasOffTheRows, register, scopeOf } from "../../support/registering";
import { scopeOf as organiserScope } from "../../support/signed-in";
import { startSmtp } from "../../support/smtp-server";

const db = database();
/** A Monday morning, so that working hours are counted from now. */
const MONDAY = at("2026-09-14 09:00");

/** An event with one place, taken, and so many in line behind it. */
async function fullEvent(waiting: number, wishes: Parameters<typeof createEvent>[1] = {}) {
  const event = await createEvent(db, { capacity: 1, waitingList: true, ...wishes }, MONDAY);
  const [holder, ...line] = await inOrder(waiting + 1, () => join(event));
  if (!holder) throw new Error("nobody");
  return { event, holder, line };
}

async function inOrder<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let index = 0; index < count; index++) done.push(await work());
  return done;
}

async function join(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), MONDAY);
  if (!result.ok) throw new Error(result.code);
  return scopeOf(result.value.reference);
}

const states = async (event: CreatedEvent) =>
  (
    await db.registration.findMany({
      where: { eventId: event.id },
      select: { state: true },
      orderBy: [{ waitingNumber: { sort: "asc", nulls: "first" } }],
    })
  ).map(({ state }) => state);

async function organiser(event: CreatedEvent) {
  const { id } = await createMember(db, event.organisationId);
  return organiserScope(id, event.slug, MONDAY, canEdit);
}

describe("a freed place", () => {
  it("is offered at once to the first in line and to nobody else; accepted, it is theirs and confirmed by mail", async () => {
    const { event, holder, line } = await fullEvent(2);
    const [first, second] = line;
    if (!first || !second) throw new Error("no line");
    expect(await findPlaceInLine(second.registrationId)).toBe(2);
    await cancelRegistration(holder, MONDAY);
    expect(await states(event)).toEqual(["CANCELLED", "OFFERED", "WAITLISTED"]);
    const { expiresAt } = await db.registration.findUniqueOrThrow({ where: { id: first.registrationId } });
    expect(expiresAt?.toISOString()).toBe("2026-09-15T07:00:00.000Z");
    expect(await findPlaceInLine(second.registrationId)).toBe(1);
    // An offer takes its place up: nobody new comes in between.
    expect(await register(event.slug, person(), MONDAY)).toMatchObject({ value: { status: "WAITLISTED" } });
    expect(await acceptOffer(first, MONDAY)).toMatchObject({ ok: true });
    expect(await acceptOffer(first, MONDAY)).toMatchObject({ code: "offer_gone" });
    expect(await declineOffer(first, MONDAY)).toMatchObject({ code: "offer_gone" });
    expect(await states(event)).toEqual(["CANCELLED", "CONFIRMED", "WAITLISTED", "WAITLISTED"]);
    const mails = await db.outboxMail.findMany({
      where: {
        registrationId: first.registrationId,
        message: { in: ["registration-offer", "registration-confirmed"] },
      },
      select: { message: true },
    });
    expect(mails.map(({ message }) => message).toSorted()).toEqual(["registration-confirmed", "registration-offer"]);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("goes to the next when declined, and when the time runs out; too late is too late", async () => {
    const { event, holder, line } = await fullEvent(3);
    const [first, second, third] = line;
    if (!first || !second || !third) throw new Error("no line");
    await cancelRegistration(holder, MONDAY);
    await declineOffer(first, MONDAY);
    expect(await states(event)).toEqual(["CANCELLED", "DECLINED", "OFFERED", "WAITLISTED"]);
    const tuesday = at("2026-09-15 09:00");
    expect(await letOffersLapse(tuesday.subtract({ seconds: 1 }))).toBe(0);
    expect(await acceptOffer(second, tuesday)).toMatchObject({ code: "offer_over" });
    expect(await letOffersLapse(tuesday)).toBe(1);
    expect(await states(event)).toEqual(["CANCELLED", "DECLINED", "LAPSED", "OFFERED"]);
    expect(await acceptOffer(second, tuesday)).toMatchObject({ code: "offer_gone" });
    expect(await acceptOffer(third, tuesday)).toMatchObject({ ok: true });
    // Given up again, the place revives nobody's old offer.
    await cancelRegistration(third, tuesday);
    expect(await states(event)).toEqual(["CANCELLED", "DECLINED", "LAPSED", "CANCELLED"]);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("of a category goes to that category's line", async () => {
    const event = await createEvent(db, { capacity: null, waitingList: true }, MONDAY);
    const delegates = await createCategory(db, event.id, { capacity: 1 });
    const students = await createCategory(db, event.id, { capacity: 1 });
    const holders = await inOrder(1, () => join(event, { category: delegates.key }));
    await join(event, { category: students.key });
    const student = await join(event, { category: students.key });
    const delegate = await join(event, { category: delegates.key });
    expect(await findPlaceInLine(delegate.registrationId)).toBe(1);
    if (holders[0]) await cancelRegistration(holders[0], MONDAY);
    const state = async ({ registrationId: id }: typeof student) =>
      (await db.registration.findUniqueOrThrow({ where: { id } })).state;
    expect([await state(student), await state(delegate)]).toEqual(["WAITLISTED", "OFFERED"]);
  });

  it("is offered to nobody while paused, after the deadline or at an archived event; the worker catches up", async () => {
    const { event, holder, line } = await fullEvent(1);
    const scope = await organiser(event);
    await pauseOffers(scope, true, MONDAY);
    await cancelRegistration(holder, MONDAY);
    expect(await offerEverywhere(MONDAY)).toBe(0);
    // Nobody jumps the line: the free place is the waiting person's.
    expect(await register(event.slug, person(), MONDAY)).toMatchObject({ value: { status: "WAITLISTED" } });
    await db.event.update({ where: { id: event.id }, data: { offersPaused: false, status: "ARCHIVED" } });
    expect(await offerFreedPlaces(event.id, MONDAY)).toBe(0);
    await db.event.update({ where: { id: event.id }, data: { status: "PUBLISHED" } });
    expect(await offerFreedPlaces(event.id, MONDAY.add({ hours: 24 * 38 }))).toBe(0);
    expect(await offerEverywhere(MONDAY)).toBe(1);
    expect(await states(event)).toEqual(["CANCELLED", "OFFERED", "WAITLISTED"]);
    expect(line).toHaveLength(1);
  });
});

describe("an organiser", () => {
  it("offers by hand, past the others and while paused, where there is a place and time to answer", async () => {
    const { event, holder, line } = await fullEvent(2);
    const [first, second] = line;
    if (!first || !second) throw new Error("no line");
    const scope = await organiser(event);
    expect(await offerByHand(scope, second, MONDAY)).toMatchObject({ code: "no_room" });
    await pauseOffers(scope, true, MONDAY);
    await cancelRegistration(holder, MONDAY);
    expect(await offerByHand(scope, second, MONDAY.add({ hours: 24 * 38 }))).toMatchObject({ code: "offer_too_late" });
    expect(await offerByHand(scope, second, MONDAY)).toMatchObject({ ok: true });
    expect(await offerByHand(scope, second, MONDAY)).toMatchObject({ code: "not_waiting" });
    expect(await offerByHand(scope, first, MONDAY)).toMatchObject({ code: "no_room" });
    expect(await states(event)).toEqual(["CANCELLED", "WAITLISTED", "OFFERED"]);
  });

  it("resuming makes at once the offers that have waited", async () => {
    const { event, holder } = await fullEvent(1);
    const scope = await organiser(event);
    await pauseOffers(scope, true, MONDAY);
    await cancelRegistration(holder, MONDAY);
    await pauseOffers(scope, false, MONDAY);
    expect(await states(event)).toEqual(["CANCELLED", "OFFERED"]);
  });

  it("reaches nobody in another organisation's line", async () => {
    const { line } = await fullEvent(1);
    const stranger = await organiser(await createEvent(db, { waitingList: true }, MONDAY));
    const { reference } = await db.registration.findUniqueOrThrow({ where: { id: line[0]?.registrationId ?? "" } });
    expect(await openRegistrationOf(stranger, reference)).toMatchObject({ code: "registration_not_found" });
    if (line[0]) expect(await offerByHand(stranger, line[0], MONDAY)).toMatchObject({ code: "not_waiting" });
  });
});

it("mails the offer with its end, and nothing more once it is answered", async () => {
  const smtp = await startSmtp();
  const { holder, line } = await fullEvent(2);
  await deliverDue(smtp, MONDAY);
  smtp.mails.length = 0;
  await cancelRegistration(holder, MONDAY);
  await deliverDue(smtp, MONDAY);
  const texts = smtp.mails.map(({ subject }) => subject ?? "");
  expect(texts.filter((subject) => subject.includes("svara senast tisdag 15 september 2026 kl. 09:00"))).toHaveLength(
    1,
  );
  expect(line).toHaveLength(2);
  await smtp.stop();
});
