import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openEvent } from "@/lib/auth/event-gate";
import { openRegistration } from "@/lib/auth/personal-link-gate";
import { canEdit } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { giveConsent } from "@/lib/registrations/commands/give-consent";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { at, NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createSession } from "../../support/factories/session";
import { person, quotasOffTheRows, register, rowCounts, scopeOf } from "../../support/registering";
import { sessionOf } from "../../support/signed-in";
import { startSmtp } from "../../support/smtp-server";
import { withoutLock } from "../../support/without-locks";

const db = database();
let count = 0;
const ATTENDEE = { kind: "ATTENDEE" } as const;
const colleague = (fields: Record<string, unknown> = {}) => {
  count += 1;
  return { name: `Ersättare ${count}`, email: `ersattare-${count}@example.org`, ...fields };
};

async function registered(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), NOW);
  if (!result.ok) throw new Error(result.code);
  return { ...result.value, scope: await scopeOf(result.value.reference) };
}
const handOver = (scope: Parameters<typeof substituteAttendee>[0], body: unknown = colleague(), now = NOW) =>
  substituteAttendee(scope, { body, actor: ATTENDEE }, now);
const confirmedAt = (event: CreatedEvent) =>
  db.registration.count({ where: { eventId: event.id, state: "CONFIRMED" } });

describe("handing a place over", () => {
  it("keeps place, days, sessions, booking, price and invitation; clears what the old person said", async () => {
    const event = await createEvent(db, { dayCount: 2, capacity: 1 }, NOW);
    const workshop = await createSession(db, event, { capacity: 1 });
    const dates = event.days.map(({ date }) => date.toISOString().slice(0, 10));
    const first = await registered(event, {
      days: [dates[0]],
      sessions: [workshop.id],
      diet: "Vegan",
      jobTitle: "Chef",
    });
    const old = await db.registration.findUniqueOrThrow({ where: { id: first.scope.registrationId } });
    const { bookingId, id: registrationId } = old;
    const line = { kind: "CATEGORY", text: { sv: "Plats", en: "Place" }, netOre: 100_000, vatPerMille: 250 } as const;
    await db.priceLine.create({ data: { bookingId, registrationId, ...line } });

    const outcome = await handOver(first.scope, colleague({ name: "Ny Person" }));
    if (!outcome.ok) throw new Error(outcome.code);
    const come = await db.registration.findUniqueOrThrow({
      where: { reference: outcome.value.reference },
      include: { transitions: true, priceLines: true },
    });
    expect(come).toMatchObject({
      state: "CONFIRMED",
      name: "Ny Person",
      bookingId,
      substituteForId: registrationId,
      answers: {},
      jobTitle: null,
      consentedAt: null,
      transitions: [{ fromState: null, toState: "CONFIRMED" }],
      priceLines: [{ netOre: 100_000 }],
    });
    expect(await getRegistration(await scopeOf(come.reference), NOW)).toMatchObject({
      days: [dates[0]],
      sessionIds: [workshop.id],
      diet: null,
    });
    const gone = await db.registration.findUniqueOrThrow({
      where: { id: registrationId },
      include: { needs: true, links: true, transitions: { orderBy: { id: "asc" } } },
    });
    expect(gone).toMatchObject({ state: "SUBSTITUTED", needs: null, links: [], calendarSequence: 1 });
    expect(gone.transitions[1]).toMatchObject({
      fromState: "CONFIRMED",
      toState: "SUBSTITUTED",
      actorKind: "ATTENDEE",
    });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
    expect(await register(event.slug, person(), NOW)).toMatchObject({ code: "full" });
  });

  it("mails both: the old one's entry is taken back, the old link is dead, the new one's own link works", async () => {
    await db.outboxMail.deleteMany();
    const smtp = await startSmtp();
    const event = await createEvent(db, {}, NOW);
    const { scope } = await registered(event);
    await deliverDue(smtp, NOW);
    const token = (text: string | undefined) => /\/r\/([\w-]{43})$/m.exec(text ?? "")?.[1] ?? "";
    const before = token(smtp.mails.splice(0)[0]?.text);
    expect(await openRegistration(before, NOW)).toMatchObject({ ok: true });
    const outcome = await handOver(scope, colleague({ name: "Ny Person" }));
    expect(await deliverDue(smtp, NOW)).toEqual(["sent", "sent"]);
    await smtp.stop();
    const left = smtp.mails.find(({ subject }) => subject?.startsWith("Din plats är överlåten"));
    const come = smtp.mails.find(({ subject }) => subject?.startsWith("Du är anmäld"));
    expect(left?.attachments.some(({ content }) => content.toString().includes("METHOD:CANCEL"))).toBe(true);
    expect(left?.text).not.toContain("Ny Person");
    expect(come?.text).toContain("Hej Ny Person!");
    expect(come?.text?.replaceAll(/\s+/g, " ")).toContain("Du har fått ta över en plats");
    expect(await openRegistration(before, NOW)).toMatchObject({ ok: false });
    const reference = outcome.ok ? outcome.value.reference : "";
    expect(await openRegistration(token(come?.text), NOW)).toMatchObject({ ok: true, value: { reference } });
  });

  it("the new person agrees by themselves, once", async () => {
    const event = await createEvent(db, {}, NOW);
    const outcome = await handOver((await registered(event)).scope);
    if (!outcome.ok) throw new Error(outcome.code);
    const scope = await scopeOf(outcome.value.reference);
    await giveConsent(scope, NOW);
    await giveConsent(scope, NOW.add({ hours: 1 }));
    expect((await getRegistration(scope, NOW)).consentedAt?.toString()).toBe(NOW.toString());
    expect(await db.auditEntry.count({ where: { action: "consent.given", subjectId: scope.registrationId } })).toBe(1);
  });

  it("to an address that is registered, the own one included, fails as for any other, and writes nothing", async () => {
    const event = await createEvent(db, {}, NOW);
    const { scope } = await registered(event, { email: "min@example.org" });
    await registered(event, { email: "upptagen@example.org" });
    const before = await rowCounts();
    for (const email of ["UPPTAGEN@example.org", "min@example.org"])
      expect(await handOver(scope, colleague({ email }))).toMatchObject({ code: "substitute_unavailable" });
    expect(await handOver(scope, { name: "", email: "fel" })).toMatchObject({
      code: "invalid",
      detail: { name: [{ code: "required" }], email: [{ code: "email_invalid" }] },
    });
    expect(await rowCounts()).toEqual(before);
    for (let tries = 0; tries < 5; tries += 1) await handOver(scope, colleague({ email: "upptagen@example.org" }));
    expect(await handOver(scope, colleague({ email: "upptagen@example.org" }))).toMatchObject({ code: "rate_limited" });
  });

  it("keeps the place where the capacity was lowered below what is used", async () => {
    const event = await createEvent(db, { capacity: 5 }, NOW);
    const { scope } = await registered(event);
    await registered(event);
    await db.quota.updateMany({ where: { eventId: event.id }, data: { capacity: 1 } });
    expect(await handOver(scope)).toMatchObject({ ok: true });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("is the attendee's until the event begins, and the organiser's after it; by invitation only the organiser's", async () => {
    const event = await createEvent(db, { daysAhead: 10, access: "OPEN" }, NOW);
    const { scope } = await registered(event);
    const begins = at("2026-09-25 00:00");
    expect(await handOver(scope, colleague(), begins)).toMatchObject({ code: "substitute_closed" });
    const member = await createMember(db, event.organisationId, "EDITOR");
    const gate = await openEvent(await sessionOf(member.id, NOW), event.slug, canEdit, NOW);
    if (!gate.ok) throw new Error(gate.code);
    const { reference } = await db.registration.findUniqueOrThrow({ where: { id: scope.registrationId } });
    const opened = await openRegistrationOf(gate.value, reference);
    if (!opened.ok) throw new Error(opened.code);
    const actor = { kind: "USER", id: member.id } as const;
    const outcome = await substituteAttendee(opened.value, { body: colleague(), actor }, begins);
    expect(outcome).toMatchObject({ ok: true });
    await db.event.update({ where: { id: event.id }, data: { access: "INVITATION_ONLY" } });
    const next = await scopeOf(outcome.ok ? outcome.value.reference : "");
    expect(await handOver(next)).toMatchObject({ code: "substitute_closed" });
    // Another tenant's registration is not found by reference.
    const other = await registered(await createEvent(db, {}, NOW));
    expect(await openRegistrationOf(gate.value, other.reference)).toMatchObject({ code: "registration_not_found" });
  });
});

describe("at the same moment", () => {
  // Enough connections for the race to be one.
  const wide = connect(env().DATABASE_URL, { poolSize: 10 });
  /** The same client without row locks and without comparing the old state: the control experiment. */
  const lockless = wide.$extends({
    query: {
      $executeRaw({ args, query }) {
        const sql = args as unknown as { strings: readonly string[]; values: readonly unknown[] };
        const strings = [...sql.strings.map((part) => withoutLock(part).replace(/ AND state = 'CONFIRMED'/, ""))];
        const values = [...sql.values];
        const compared = strings.findIndex((part) => part.endsWith(" AND state = "));
        if (compared >= 0) {
          const rest = (strings[compared + 1] ?? "").replace(/^::registration_state/, "");
          strings.splice(compared, 2, (strings[compared] ?? "").replace(/ AND state = $/, "") + rest);
          values.splice(compared, 1);
        }
        return query(Object.assign(Object.create(Object.getPrototypeOf(args) as object), args, { strings, values }));
      },
      $queryRaw({ args, query }) {
        const unlocked = args.strings.map(withoutLock);
        return query(Object.assign(Object.create(Object.getPrototypeOf(args) as object), args, { strings: unlocked }));
      },
    },
  });
  afterEach(() => useDatabase(db));
  afterAll(() => wide.$disconnect());

  async function race(act: (scope: Parameters<typeof handOver>[0]) => Promise<{ ok: boolean }>[]) {
    const event = await createEvent(db, { capacity: 10 }, NOW);
    const { scope } = await registered(event);
    const answers = await Promise.allSettled(act(scope));
    return { event, won: answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok).length };
  }
  const twice = (scope: Parameters<typeof handOver>[0]) => [handOver(scope), handOver(scope), handOver(scope)];
  const againstCancel = (scope: Parameters<typeof handOver>[0]) => [handOver(scope), cancelRegistration(scope, NOW)];

  it("one of several hand-overs happens, and one place is taken", async () => {
    useDatabase(wide);
    for (let round = 0; round < 5; round += 1) {
      const { event, won } = await race(twice);
      expect([won, await confirmedAt(event)]).toEqual([1, 1]);
      expect(await quotasOffTheRows(event.id)).toEqual([]);
    }
  });

  it("handing over and cancelling: one of them happens", async () => {
    useDatabase(wide);
    for (let round = 0; round < 8; round += 1) {
      const { event, won } = await race(againstCancel);
      expect(won).toBe(1);
      const states = await db.registration.findMany({ where: { eventId: event.id }, select: { state: true } });
      expect([["CANCELLED"], ["CONFIRMED", "SUBSTITUTED"]]).toContainEqual(states.map(({ state }) => state).toSorted());
      expect(await quotasOffTheRows(event.id)).toEqual([]);
    }
  });

  it("control: without the lock, the comparison and the unique guard, one place becomes several", async () => {
    await db.$executeRawUnsafe("DROP INDEX registration_substitute_for_id_key");
    useDatabase(lockless as unknown as typeof wide);
    let several = 0;
    for (let round = 0; round < 6; round += 1)
      several = Math.max(several, await confirmedAt((await race(twice)).event));
    expect(several).toBeGreaterThan(1);
    let both = 0;
    for (let round = 0; round < 12; round += 1) both = Math.max(both, (await race(againstCancel)).won);
    expect(both).toBe(2);
  });
});
