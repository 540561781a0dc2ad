import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { declineInvitation } from "@/lib/registrations/commands/decline-invitation";
import { deleteExpiredNeeds } from "@/lib/registrations/commands/delete-expired-needs";
import { getCancellationConsequences } from "@/lib/registrations/queries/cancellation";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { findReceipt } from "@/lib/registrations/queries/receipt";
import { at, NOW } from "../../support/clock";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { createSession } from "../../support/factories/session";
import { person, quotasOffTheRows, register, rowCounts, scopeOf } from "../../support/registering";

const db = database();
const dates = (event: CreatedEvent) => event.days.map(({ date }) => date.toISOString().slice(0, 10));

async function registered(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), NOW);
  if (!result.ok) throw new Error(result.code);
  return { ...result.value, scope: await scopeOf(result.value.reference) };
}

describe("changing a registration", () => {
  it("moves between days and sessions, raises the calendar sequence and mails once", async () => {
    const event = await createEvent(db, { dayCount: 2 }, NOW);
    const workshop = await createSession(db, event, { capacity: 1 });
    const { scope } = await registered(event, { sessions: [workshop.id], diet: "Vegan" });
    const [, second] = dates(event);
    expect(await changeRegistration(scope, { days: [second], organisationName: "Skurups kommun" }, NOW)).toMatchObject({
      ok: true,
    });
    const mine = await getRegistration(scope, NOW);
    expect(mine).toMatchObject({
      days: [second],
      sessionIds: [],
      organisationName: "Skurups kommun",
      municipalityCode: "1264",
      diet: null,
      calendarSequence: 1,
    });
    const mails = await db.outboxMail.findMany({
      where: { registrationId: scope.registrationId, message: "registration-changed" },
    });
    expect(mails).toHaveLength(1);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
    // The place in the workshop is somebody else's to take now.
    expect(await register(event.slug, person({ sessions: [workshop.id] }), NOW)).toMatchObject({ ok: true });
  });

  it("that changes nothing writes and mails nothing, and answers alone leave the calendar", async () => {
    const event = await createEvent(db, {}, NOW);
    const { scope } = await registered(event, { jobTitle: "Strateg" });
    const before = await rowCounts();
    expect(await changeRegistration(scope, { jobTitle: "Strateg" }, NOW)).toMatchObject({ ok: true });
    expect(await rowCounts()).toEqual(before);
    await changeRegistration(scope, { jobTitle: "Chef" }, NOW);
    expect(await getRegistration(scope, NOW)).toMatchObject({ jobTitle: "Chef", calendarSequence: 0 });
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { action: "registration.changed", subjectId: scope.registrationId },
    });
    expect(audit.detail).toEqual({ fields: ["jobTitle"] });
  });

  it("is refused when the new day is full, and nothing is half-written", async () => {
    const event = await createEvent(db, { dayCount: 2 }, NOW);
    const [first, second] = dates(event);
    await db.quota.create({ data: { eventId: event.id, dayId: event.days[1]?.id ?? null, capacity: 1 } });
    await registered(event, { days: [second] });
    const { scope } = await registered(event, { days: [first] });
    const before = await rowCounts();
    expect(await changeRegistration(scope, { days: [second], jobTitle: "Chef" }, NOW)).toMatchObject({
      code: "full",
      detail: { level: "day", key: second },
    });
    expect(await rowCounts()).toEqual(before);
    expect(await getRegistration(scope, NOW)).toMatchObject({ days: [first], jobTitle: null });
  });

  it("keeps its place in a full day it has already", async () => {
    const event = await createEvent(db, {}, NOW);
    await db.quota.create({ data: { eventId: event.id, dayId: event.days[0]?.id ?? null, capacity: 1 } });
    const { scope } = await registered(event);
    expect(await changeRegistration(scope, { days: dates(event), diet: "Vegan" }, NOW)).toMatchObject({ ok: true });
    expect(await getRegistration(scope, NOW)).toMatchObject({ diet: "Vegan" });
  });

  it("takes no name, address, category, state or another event's ids", async () => {
    const event = await createEvent(db, { dayCount: 2 }, NOW);
    const other = await createEvent(db, { dayCount: 2, daysAhead: 90 }, NOW);
    const foreign = await createSession(db, other, { capacity: 3 });
    const { scope } = await registered(event);
    const before = await rowCounts();
    for (const [field, value] of Object.entries({
      name: "B",
      email: "b@example.org",
      category: "deltagare",
      state: "HELD",
    })) {
      expect(await changeRegistration(scope, { [field]: value }, NOW)).toMatchObject({
        code: "invalid",
        detail: { [field]: [{ code: "unknown_field" }] },
      });
    }
    for (const body of [{ sessions: [foreign.id] }, { days: dates(other) }]) {
      expect(await changeRegistration(scope, body, NOW)).toMatchObject({ code: "invalid" });
    }
    expect(await rowCounts()).toEqual(before);
  });

  it("ends with the edit day, or the day before the event where none is set", async () => {
    const set = await createEvent(db, { lastEditDay: new Date("2026-10-24T00:00:00Z"), daysAhead: 60 }, NOW);
    const unset = await createEvent(db, { daysAhead: 10 }, NOW);
    const [one, two] = [await registered(set), await registered(unset)];
    // The night of 25 October 2026 has 25 hours; the border is its beginning, still summer time.
    expect(at("2026-10-25 00:00").toString()).toBe("2026-10-24T22:00:00Z");
    for (const [{ scope }, border] of [
      [one, at("2026-10-25 00:00")],
      [two, at("2026-09-25 00:00")],
    ] as const) {
      expect(await changeRegistration(scope, { jobTitle: "Chef" }, border.subtract({ seconds: 1 }))).toMatchObject({
        ok: true,
      });
      expect(await changeRegistration(scope, { jobTitle: "Sent" }, border)).toMatchObject({ code: "edit_closed" });
    }
  });
});

describe("cancelling a registration", () => {
  it("frees every place, deletes needs, raises the calendar sequence, logs who and when, mails", async () => {
    const event = await createEvent(db, { capacity: 1 }, NOW);
    const { scope } = await registered(event, { access: "Hörslinga" });
    const later = NOW.add({ minutes: 5 });
    expect(await cancelRegistration(scope, later)).toMatchObject({ ok: true });
    const row = await db.registration.findUniqueOrThrow({
      where: { id: scope.registrationId },
      include: { needs: true, transitions: { orderBy: { id: "asc" } }, outbox: true },
    });
    expect(row).toMatchObject({ state: "CANCELLED", needs: null, calendarSequence: 1 });
    expect(row.transitions[1]).toMatchObject({
      fromState: "CONFIRMED",
      toState: "CANCELLED",
      actorKind: "ATTENDEE",
      actorId: scope.registrationId,
      at: new Date(later.epochMilliseconds),
    });
    expect(row.outbox.map(({ message }) => message).toSorted()).toEqual([
      "registration-cancelled",
      "registration-confirmed",
    ]);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
    expect(await register(event.slug, person(), NOW)).toMatchObject({ ok: true });
  });

  it("happens once, however many ask at the same time", async () => {
    const event = await createEvent(db, {}, NOW);
    const { scope } = await registered(event);
    const answers = await Promise.all(Array.from({ length: 8 }, () => cancelRegistration(scope, NOW)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cancelRegistration(scope, NOW)).toMatchObject({ code: "gone" });
    expect(await changeRegistration(scope, { jobTitle: "Chef" }, NOW)).toMatchObject({ code: "gone" });
    expect(await db.registrationTransition.count({ where: { registrationId: scope.registrationId } })).toBe(2);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it.each(["WAITLISTED", "PENDING_APPROVAL"] as const)(
    "withdraws who is %s, also after the cancel day, and takes no calendar entry back",
    async (state) => {
      const event = await createEvent(db, { lastCancelDay: new Date("2026-09-10T00:00:00Z") }, NOW);
      const row = await createRegistration(
        db,
        event,
        { state, ...(state === "WAITLISTED" && { waitingNumber: 1n }) },
        NOW,
      );
      const scope = await scopeOf(row.reference);
      expect(await cancelRegistration(scope, NOW)).toMatchObject({ ok: true });
      expect(await getRegistration(scope, NOW)).toMatchObject({ state: "CANCELLED", canCancel: false });
      const mail = await db.outboxMail.findFirstOrThrow({ where: { registrationId: row.id } });
      expect(mail).toMatchObject({ message: "registration-cancelled", params: { hadPlace: false } });
      expect(await quotasOffTheRows(event.id)).toEqual([]);
    },
  );

  it("takes the price back through the last free day and keeps it after", async () => {
    const event = await createEvent(db, { lastFreeCancelDay: new Date("2026-09-20T00:00:00Z") }, NOW);
    const border = at("2026-09-21 00:00");
    const priced = async () => {
      const { scope } = await registered(event);
      const { bookingId, id: registrationId } = await db.registration.findUniqueOrThrow({
        where: { id: scope.registrationId },
      });
      const line = { bookingId, registrationId, text: { sv: "Plats", en: "Place" } };
      await db.priceLine.create({ data: { ...line, kind: "CATEGORY", netOre: 145_000, vatPerMille: 250 } });
      await db.priceLine.create({ data: { ...line, kind: "SESSION", netOre: 20_000, vatPerMille: 120, position: 1 } });
      return scope;
    };
    const due = async (registrationId: string) =>
      (await db.priceLine.aggregate({ where: { registrationId }, _sum: { netOre: true } }))._sum.netOre;
    const [early, late] = [await priced(), await priced()];
    const mine = await getRegistration(early, NOW);
    const price = { minor: 181_250 + 22_400, currency: "SEK" };
    expect(await getCancellationConsequences(early, mine)).toEqual({ price, isFree: true });
    expect(await getCancellationConsequences(late, await getRegistration(late, border))).toEqual({
      price,
      isFree: false,
    });
    await cancelRegistration(early, border.subtract({ seconds: 1 }));
    await cancelRegistration(late, border);
    expect([await due(early.registrationId), await due(late.registrationId)]).toEqual([0, 165_000]);
    const credit = await db.priceLine.findMany({
      where: { registrationId: early.registrationId, kind: "CANCELLATION" },
      orderBy: { position: "asc" },
    });
    expect(credit).toMatchObject([
      { netOre: -145_000, vatPerMille: 250, position: 2 },
      { netOre: -20_000, vatPerMille: 120, position: 3 },
    ]);
  });

  it("lets the address register anew", async () => {
    const event = await createEvent(db, {}, NOW);
    const first = await registered(event, { email: "igen@example.org" });
    await cancelRegistration(first.scope, NOW);
    const second = await registered(event, { email: "igen@example.org" });
    expect(second.reference).not.toBe(first.reference);
  });

  it("ends with the cancel day, and with the event's own cancellation", async () => {
    const event = await createEvent(db, { lastCancelDay: new Date("2026-09-20T00:00:00Z") }, NOW);
    const [one, two] = [await registered(event), await registered(event)];
    const border = at("2026-09-21 00:00");
    expect(await cancelRegistration(one.scope, border)).toMatchObject({ code: "cancel_closed" });
    expect(await cancelRegistration(one.scope, border.subtract({ seconds: 1 }))).toMatchObject({ ok: true });
    await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED", cancelledAt: new Date(0) } });
    expect(await cancelRegistration(two.scope, NOW)).toMatchObject({ code: "cancel_closed" });
  });
});

it("the books agree with the rows after any sequence of registering, changing and cancelling at once", async () => {
  const event = await createEvent(db, { dayCount: 2, capacity: 4 }, NOW);
  const [first, second] = dates(event);
  await db.quota.create({ data: { eventId: event.id, dayId: event.days[0]?.id ?? null, capacity: 3 } });
  await db.quota.create({ data: { eventId: event.id, dayId: event.days[1]?.id ?? null, capacity: 2 } });
  const workshop = await createSession(db, event, { capacity: 2 });
  const choice = fc.constantFrom(
    { days: [first] },
    { days: [second] },
    { days: [first, second] },
    { days: [first], sessions: [workshop.id] },
    { days: [first, second], sessions: [workshop.id] },
  );
  const step = fc.record({ who: fc.nat(5), what: fc.constantFrom("register", "change", "cancel"), choice });
  const act = async ({ who, what, choice: chosen }: { who: number; what: string; choice: Record<string, unknown> }) => {
    const email = `bok-${who}@example.org`;
    if (what === "register") return register(event.slug, { name: "Bok", email, consent: true, ...chosen }, NOW);
    const row = await db.registration.findFirst({ where: { eventId: event.id, email, state: "CONFIRMED" } });
    if (!row) return null;
    const scope = await scopeOf(row.reference);
    return what === "cancel"
      ? cancelRegistration(scope, NOW)
      : changeRegistration(scope, { sessions: [], ...chosen }, NOW);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (rounds) => {
        await db.rateLimit.deleteMany();
        for (const round of rounds) await Promise.all(round.map(act));
        expect(await quotasOffTheRows(event.id)).toEqual([]);
        const over = await db.$queryRaw`SELECT id FROM quota WHERE event_id = ${event.id}::uuid AND used > capacity`;
        expect(over).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});

describe("declining an invitation", () => {
  const opened = (invitation: { id: string; eventId: string }) =>
    ({ invitationId: invitation.id, eventId: invitation.eventId }) as InvitationScope;

  it("keeps the reason, counts once, and can be taken back by registering", async () => {
    const event = await createEvent(db, { invitationsForwardable: true }, NOW);
    const invitation = await createInvitation(db, event.id);
    const declined = () => db.auditEntry.count({ where: { action: "invitation.declined", subjectId: invitation.id } });
    for (const body of [{ reason: "Semester" }, {}, null, { reason: "\u0000" }]) {
      expect(await declineInvitation(opened(invitation), body, NOW)).toMatchObject({ ok: true });
    }
    expect(await declined()).toBe(1);
    const read = () => db.invitation.findUniqueOrThrow({ where: { id: invitation.id } });
    expect(await read()).toMatchObject({ state: "DECLINED", declineReason: "Semester" });
    const registering = await register(event.slug, person(), NOW, { invitation: opened(invitation) });
    expect(await read()).toMatchObject({ state: "ACCEPTED", declineReason: null });
    expect(await declineInvitation(opened(invitation), {}, NOW)).toMatchObject({ code: "already_registered" });
    if (registering.ok) await cancelRegistration(await scopeOf(registering.value.reference), NOW);
    expect(await declineInvitation(opened(invitation), {}, NOW)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ state: "DECLINED" });
  });
});

it("diet and access needs are deleted the day after their last day, and the count is audited", async () => {
  const event = await createEvent(db, { needsDeletedOn: new Date("2026-12-01T00:00:00Z") }, NOW);
  await registered(event, { diet: "Laktosfri" });
  await registered(event, { access: "Rullstol" });
  const left = () => db.sensitiveNeeds.count({ where: { registration: { eventId: event.id } } });
  await deleteExpiredNeeds(at("2026-12-01 23:59:59"));
  expect(await left()).toBe(2);
  await deleteExpiredNeeds(at("2026-12-02 00:00"));
  expect(await left()).toBe(0);
  expect(await db.auditEntry.findFirst({ where: { eventId: event.id, action: "needs.deleted" } })).toMatchObject({
    detail: { count: 2 },
    actorKind: "SYSTEM",
  });
});

it("a receipt shows what was typed, at its own event only, and nothing to who guesses", async () => {
  const event = await createEvent(db, {}, NOW);
  const other = await createEvent(db, {}, NOW);
  const { receipt, reference } = await registered(event, { email: "anna.berg@example.org" });
  expect(await findReceipt(event.slug, receipt)).toMatchObject({ reference, maskedEmail: "a…@example.org" });
  expect(await findReceipt(other.slug, receipt)).toBeNull();
  const unsigned = await createRegistration(db, event, {}, NOW);
  expect(await findReceipt(event.slug, `${unsigned.reference}.${receipt.split(".")[1]}`)).toBeNull();
  expect(await findReceipt("\u0000", receipt)).toBeNull();
});
