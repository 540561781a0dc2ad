import { describe, expect, it } from "vitest";
import type { InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { at, NOW } from "../../support/clock";
import { createCategory } from "../../support/factories/category";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { createSession } from "../../support/factories/session";
import { person, quotasOffTheRows, register, rowCounts } from "../../support/registering";

const db = database();

describe("a registration that is taken", () => {
  it("writes everything once: booking, choices, needs, transition, audit entry and mail", async () => {
    const event = await createEvent(db, { dayCount: 2 }, NOW);
    const workshop = await createSession(db, event, { capacity: 5 });
    const [first] = event.days;
    await db.question.create({
      data: { eventId: event.id, key: "topic", kind: "TEXT", label: { sv: "Ämne", en: "Topic" } },
    });
    const body = person({
      name: "  Åsa Öberg <script>alert(1)</script> 🎉 ",
      email: "Asa.Oberg@Example.org",
      days: [first?.date.toISOString().slice(0, 10)],
      sessions: [workshop.id],
      answers: { topic: "Mellanrum" },
      organisationName: "Trellborgs kommun",
      jobTitle: "Strateg",
      diet: "Nötallergi",
    });
    const result = await register(event.slug, body, NOW);
    expect(result).toMatchObject({ ok: true, value: { status: "CONFIRMED" } });
    const row = await db.registration.findFirstOrThrow({
      where: { eventId: event.id },
      include: { booking: true, days: true, sessions: true, needs: true, transitions: true, outbox: true },
    });
    expect(row).toMatchObject({
      name: "Åsa Öberg <script>alert(1)</script> 🎉",
      email: "Asa.Oberg@Example.org",
      emailNormalised: "asa.oberg@example.org",
      municipalityCode: "1287",
      answers: { topic: "Mellanrum" },
      locale: "sv",
      state: "CONFIRMED",
      needs: { diet: "Nötallergi", access: null, deleteAfter: event.needsDeletedOn },
      booking: { registrantEmail: "Asa.Oberg@Example.org" },
    });
    expect(row.createdAt.getTime()).toBe(NOW.epochMilliseconds);
    expect(row.days.map(({ dayId }) => dayId)).toEqual([first?.id]);
    expect(row.sessions.map(({ sessionId }) => sessionId)).toEqual([workshop.id]);
    expect(row.transitions).toMatchObject([{ fromState: null, toState: "CONFIRMED", actorKind: "ATTENDEE" }]);
    expect(row.outbox).toMatchObject([{ message: "registration-confirmed", toEmail: "Asa.Oberg@Example.org" }]);
    const audit = await db.auditEntry.findMany({ where: { subjectId: row.id } });
    expect(audit).toMatchObject([{ action: "registration.created" }]);
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("comes all days when no days were sent, in the one category there is", async () => {
    const event = await createEvent(db, { dayCount: 3 }, NOW);
    await register(event.slug, person(), NOW);
    const row = await db.registration.findFirstOrThrow({ where: { eventId: event.id }, include: { days: true } });
    expect(row.days).toHaveLength(3);
    expect(row.categoryId).toBe(event.categories[0]?.id);
  });

  it("books the evening before without adding a day", async () => {
    const event = await createEvent(db, { dayCount: 2 }, NOW);
    const mingle = await createSession(db, event, { dayId: null, kind: "MINGLE", signUp: true, capacity: 3 });
    const date = event.days[1]?.date.toISOString().slice(0, 10);
    for (let n = 0; n < 3; n++) {
      expect(await register(event.slug, person({ sessions: [mingle.id], days: [date] }), NOW)).toMatchObject({
        ok: true,
      });
    }
    expect(await register(event.slug, person({ sessions: [mingle.id] }), NOW)).toMatchObject({
      code: "full",
      detail: { level: "session", key: mingle.id },
    });
    expect(await db.registrationDay.groupBy({ by: ["dayId"], where: { eventId: event.id }, _count: true })).toEqual([
      { dayId: event.days[1]?.id, _count: 3 },
    ]);
  });
});

describe("when registration is closed", () => {
  it("takes the last second of 2 November 2017 in Stockholm and refuses the next", async () => {
    const early = at("2017-10-20 12:00");
    const day = (date: string) => new Date(`${date}T00:00:00Z`);
    const event = await createEvent(db, { lastRegistrationDay: day("2017-11-02"), daysAhead: 27 }, early);
    const last = at("2017-11-02 23:59:59");
    expect(last.toString()).toBe("2017-11-02T22:59:59Z");
    expect(await register(event.slug, person(), last)).toMatchObject({ ok: true });
    expect(await register(event.slug, person(), last.add({ seconds: 1 }))).toMatchObject({ ok: false, code: "closed" });
  });

  it("says why: cancelled, not yet open, draft not found", async () => {
    const cancelled = await createEvent(db, { status: "CANCELLED", cancelledAt: new Date(0) }, NOW);
    const soon = await createEvent(db, { registrationOpensOn: new Date("2026-09-16T00:00:00Z") }, NOW);
    const draft = await createEvent(db, { status: "DRAFT" }, NOW);
    const before = await rowCounts();
    expect(await register(cancelled.slug, person(), NOW)).toMatchObject({ code: "cancelled" });
    expect(await register(soon.slug, person(), NOW)).toMatchObject({ code: "not_yet_open" });
    expect(await register(draft.slug, person(), NOW)).toMatchObject({ code: "event_not_found" });
    expect(await register("no\u0000such", person(), NOW)).toMatchObject({ code: "event_not_found" });
    expect(await rowCounts()).toEqual(before);
    expect(await register(soon.slug, person(), at("2026-09-16 00:00"))).toMatchObject({ ok: true });
  });
});

describe("an address that is registered already", () => {
  it("gets the same answer as a success, changes nothing, and its owner one mail an hour", async () => {
    const event = await createEvent(db, {}, NOW);
    const first = await register(event.slug, person({ email: "delad@example.org" }), NOW);
    const again = await register(event.slug, person({ name: "Annan", email: "DELAD@example.org" }), NOW);
    await register(event.slug, person({ email: "delad@example.org" }), NOW.add({ minutes: 20 }));
    await register(event.slug, person({ email: "delad@example.org" }), NOW.add({ minutes: 80 }));
    expect(again).toEqual(first);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
    expect(await db.booking.count({ where: { eventId: event.id } })).toBe(1);
    expect(await db.outboxMail.count({ where: { eventId: event.id, message: "registration-exists" } })).toBe(2);
  });

  it("is told full, as anybody else, when it is full", async () => {
    const event = await createEvent(db, { capacity: 1 }, NOW);
    await register(event.slug, person({ email: "inne@example.org" }), NOW);
    const known = await register(event.slug, person({ email: "inne@example.org" }), NOW);
    expect(known).toEqual(await register(event.slug, person(), NOW));
    expect(known).toMatchObject({ code: "full", detail: { level: "event" } });
  });

  it("is one registration when five are sent at once and there is no quota row to wait for", async () => {
    const event = await createEvent(db, {}, NOW);
    await db.quota.deleteMany({ where: { eventId: event.id } });
    const body = person({ email: "samtidigt@example.org" });
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(event.slug, body, NOW)));
    expect(answers.map(({ ok }) => ok)).toEqual(Array(5).fill(true));
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
    expect(await db.booking.count({ where: { eventId: event.id } })).toBe(1);
  });
});

describe("another event's ids", () => {
  it("are refused for category, day and session, and nothing is written", async () => {
    const mine = await createEvent(db, { dayCount: 2 }, NOW);
    const other = await createEvent(db, { dayCount: 2, daysAhead: 60 }, NOW);
    const workshop = await createSession(db, other, { capacity: 5 });
    const category = await createCategory(db, other.id, { key: "utstallare" });
    const before = await rowCounts();
    const date = other.days[0]?.date.toISOString().slice(0, 10);
    for (const [field, value] of [
      ["category", category.key],
      ["category", category.id],
      ["days", [date]],
      ["sessions", [workshop.id]],
    ] as const) {
      expect(await register(mine.slug, person({ [field]: value }), NOW)).toMatchObject({
        code: "invalid",
        detail: { [field]: [{ code: "choice_unknown" }] },
      });
    }
    expect(await rowCounts()).toEqual(before);
  });

  it("an unknown municipality code is refused, a known one kept", async () => {
    const event = await createEvent(db, {}, NOW);
    expect(await register(event.slug, person({ municipalityCode: "9999" }), NOW)).toMatchObject({
      detail: { municipalityCode: [{ code: "municipality_unknown" }] },
    });
    expect(await register(event.slug, person({ municipalityCode: "1287" }), NOW)).toMatchObject({ ok: true });
  });
});

describe("places", () => {
  it("are counted per category, so one that is full leaves the others open", async () => {
    const event = await createEvent(db, {}, NOW);
    const student = await createCategory(db, event.id, { key: "student", capacity: 1 });
    expect(await register(event.slug, person({ category: "student" }), NOW)).toMatchObject({ ok: true });
    expect(await register(event.slug, person({ category: "student" }), NOW)).toMatchObject({
      code: "full",
      detail: { level: "category", key: "student", name: student.name },
    });
    expect(await register(event.slug, person({ category: "deltagare" }), NOW)).toMatchObject({ ok: true });
    expect(await register(event.slug, person(), NOW)).toMatchObject({
      detail: { category: [{ code: "required" }] },
    });
  });

  it("are counted per day, and a full day is named", async () => {
    const event = await createEvent(db, { dayCount: 2 }, NOW);
    const [first, second] = event.days.map(({ date }) => date.toISOString().slice(0, 10));
    await db.quota.create({ data: { eventId: event.id, dayId: event.days[0]?.id ?? null, capacity: 1 } });
    await register(event.slug, person({ days: [first] }), NOW);
    expect(await register(event.slug, person(), NOW)).toMatchObject({
      code: "full",
      detail: { level: "day", key: first },
    });
    expect(await register(event.slug, person({ days: [second] }), NOW)).toMatchObject({ ok: true });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });
});

describe("an invitation", () => {
  const opened = (invitation: { id: string; eventId: string }) =>
    ({ invitationId: invitation.id, eventId: invitation.eventId }) as InvitationScope;

  it("is needed for an invitation-only event; another event's does not help, nor does a guessed address", async () => {
    const event = await createEvent(db, { access: "INVITATION_ONLY" }, NOW);
    const other = await createEvent(db, { access: "INVITATION_ONLY" }, NOW);
    const invitation = await createInvitation(db, event.id);
    const foreign = await createInvitation(db, other.id);
    const before = await rowCounts();
    const body = person({ email: invitation.email });
    expect(await register(event.slug, body, NOW)).toMatchObject({ code: "invitation_required" });
    expect(await register(event.slug, body, NOW, { invitation: opened(foreign) })).toMatchObject({
      code: "invitation_required",
    });
    expect(await rowCounts()).toEqual(before);
    expect(await register(event.slug, body, NOW, { invitation: opened(invitation) })).toMatchObject({ ok: true });
    const accepted = await db.invitation.findUniqueOrThrow({
      where: { id: invitation.id },
      include: { registration: true },
    });
    expect(accepted).toMatchObject({ state: "ACCEPTED", registration: { emailNormalised: invitation.email } });
  });

  it("brings one person, however often its link is passed on", async () => {
    const event = await createEvent(db, { access: "INVITATION_ONLY", invitationsForwardable: true }, NOW);
    const invitation = opened(await createInvitation(db, event.id));
    expect(await register(event.slug, person(), NOW, { invitation })).toMatchObject({ ok: true });
    expect(await register(event.slug, person(), NOW, { invitation })).toMatchObject({ code: "invitation_used" });
  });

  it("opens its own hidden category", async () => {
    const event = await createEvent(db, { invitationsForwardable: true }, NOW);
    const hidden = await createCategory(db, event.id, { key: "chefer", hidden: true });
    const invitation = await createInvitation(db, event.id, { categoryId: hidden.id });
    const body = person({ category: "chefer" });
    expect(await register(event.slug, body, NOW)).toMatchObject({ detail: { category: [{ code: "choice_unknown" }] } });
    expect(await register(event.slug, body, NOW, { invitation: opened(invitation) })).toMatchObject({ ok: true });
  });

  it("to the same address is accepted by registering at an open event", async () => {
    const event = await createEvent(db, {}, NOW);
    const invitation = await createInvitation(db, event.id);
    await register(event.slug, person({ email: invitation.email.toUpperCase() }), NOW);
    expect(await db.invitation.findUnique({ where: { id: invitation.id } })).toMatchObject({ state: "ACCEPTED" });
  });
});

it("one address can be sent five mails an hour, whichever events it is registered at", async () => {
  const body = person({ email: "offer@example.org" });
  for (let n = 0; n < 5; n++) {
    expect(await register((await createEvent(db, {}, NOW)).slug, body, NOW)).toMatchObject({ ok: true });
  }
  const sixth = await createEvent(db, {}, NOW);
  const known = await createEvent(db, {}, NOW);
  await createRegistration(db, known, { email: "offer@example.org" }, NOW);
  const refused = await register(sixth.slug, body, NOW);
  expect(refused).toMatchObject({ code: "rate_limited" });
  expect(await register(known.slug, body, NOW)).toMatchObject({ code: "rate_limited" });
  expect(await db.registration.count({ where: { eventId: sixth.id } })).toBe(0);
});
