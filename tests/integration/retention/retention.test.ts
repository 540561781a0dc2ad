import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { openUser } from "@/lib/auth/user-gate";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { enforceRetention } from "@/lib/retention/commands/enforce-retention";
import { saveRetentionRule } from "@/lib/retention/commands/save-rule";
import { switchRetentionRule } from "@/lib/retention/commands/switch-rule";
import { getRetention } from "@/lib/retention/queries/retention";
import type { RetentionClass } from "@/lib/retention/rules/retention-class";
import { NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createInvitation } from "@/tests/support/factories/invitation";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration } from "@/tests/support/factories/registration";
import { sessionOf } from "@/tests/support/signed-in";

const db = database();
/** The event was two years ago when the rules are asked. */
const LATER = NOW.add({ hours: 24 * 800 });

let event: CreatedEvent;

beforeEach(async () => {
  await db.retentionRule.deleteMany();
  event = await createEvent(db, { daysAhead: 10 }, NOW);
});

async function owner(organisationId = event.organisationId, role: "OWNER" | "EDITOR" = "OWNER") {
  const user = await openUser(await sessionOf((await createMember(db, organisationId, role)).id, LATER), LATER);
  if (!user.ok) throw new Error(user.code);
  return user.value;
}

const rule = (dataClass: RetentionClass, months = 24, organisation = event.organisationId) => ({
  ...{ organisation, dataClass, months: String(months), decision: "Gallringsbeslut KS 2026:14" },
});
const switched = (dataClass: RetentionClass, to: "on" | "off", seen: number, revision = 0) => ({
  ...{ organisation: event.organisationId, dataClass, to, seen: String(seen), revision: String(revision) },
});

async function switchOn(dataClass: RetentionClass, seen: number, months = 24) {
  const user = await owner();
  expect(await saveRetentionRule(user, rule(dataClass, months), LATER)).toEqual({ ok: true });
  expect(await switchRetentionRule(user, switched(dataClass, "on", seen), LATER)).toEqual({ ok: true });
  return user;
}

const ruleNow = async (user: Awaited<ReturnType<typeof owner>>, dataClass: RetentionClass) =>
  (await getRetention(user, LATER))[0]?.classes.find((one) => one.dataClass === dataClass)?.rule;

/** Tables in which a text still stands. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = ["registration", "booking", "invitation", "outbox_mail", "registration_transition", "audit_entry"];
  const found = await Promise.all(
    tables.map(async (name) => {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" t WHERE position(lower($1) IN lower(t::text)) > 0 LIMIT 1`,
        text,
      );
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}

describe("a rule", () => {
  it.each([
    ["a month that is none", { months: "snart" }, "months_invalid"],
    ["no time at all", { months: "0" }, "months_invalid"],
    ["less than accounting asks for", { dataClass: "BILLING", months: "12" }, "months_too_few"],
    ["no decision", { decision: "  " }, "decision_required"],
    ["a class that is none", { dataClass: "ALLT" }, "rule_gone"],
    ["nothing", { organisation: "", dataClass: "" }, "rule_gone"],
  ])("is refused with %s, and nothing is written", async (_, wrong, code) => {
    expect(await saveRetentionRule(await owner(), { ...rule("ATTENDEES"), ...wrong }, LATER)).toMatchObject({ code });
    expect(await db.retentionRule.count()).toBe(0);
  });

  it("is the owner's alone: not an editor's, not another organisation's", async () => {
    const other = await createEvent(db, {}, NOW);
    for (const user of [await owner(event.organisationId, "EDITOR"), await owner(other.organisationId)]) {
      expect(await saveRetentionRule(user, rule("ATTENDEES"), LATER)).toMatchObject({ code: "rule_gone" });
      expect(await switchRetentionRule(user, switched("ATTENDEES", "on", 9), LATER)).toMatchObject({
        code: "rule_gone",
      });
    }
    expect(await db.retentionRule.count()).toBe(0);
  });

  it("begins for nobody who has not seen what it takes now", async () => {
    const user = await owner();
    await createRegistration(db, event, {}, NOW);
    expect(await saveRetentionRule(user, rule("ATTENDEES"), LATER)).toEqual({ ok: true });
    expect((await ruleNow(user, "ATTENDEES"))?.due).toMatchObject([{ eventId: event.id, count: 1 }]);
    await createRegistration(db, event, {}, NOW);
    const seenOne = switched("ATTENDEES", "on", 1);
    expect(await switchRetentionRule(user, seenOne, LATER)).toMatchObject({ code: "seen_otherwise" });
    await saveRetentionRule(user, rule("ATTENDEES", 12), LATER);
    const beforeTheChange = switched("ATTENDEES", "on", 2, 0);
    expect(await switchRetentionRule(user, beforeTheChange, LATER)).toMatchObject({ code: "seen_otherwise" });
    expect(await switchRetentionRule(user, switched("ATTENDEES", "on", 2, 1), LATER)).toEqual({ ok: true });
    expect((await ruleNow(user, "ATTENDEES"))?.isOn).toBe(true);
    const log = await db.auditEntry.findMany({ where: { actorId: user.userId }, orderBy: { id: "asc" } });
    expect(log.map(({ action }) => action)).toEqual([
      "retention.rule-saved",
      "retention.rule-saved",
      "retention.rule-switched-on",
    ]);
  });

  it("rests again when it is changed or switched off, and takes nothing then", async () => {
    await createRegistration(db, event, {}, NOW);
    const user = await switchOn("ATTENDEES", 1);
    await saveRetentionRule(user, rule("ATTENDEES", 12), LATER);
    expect((await ruleNow(user, "ATTENDEES"))?.isOn).toBe(false);
    expect(await enforceRetention(LATER)).toEqual([]);
    await switchRetentionRule(user, switched("ATTENDEES", "on", 1, 1), LATER);
    await switchRetentionRule(user, switched("ATTENDEES", "off", 0, 1), LATER);
    expect(await enforceRetention(LATER)).toEqual([]);
  });
});

describe("the hourly job", () => {
  it("takes exactly what was shown, of attendees past their day, and says so in the log", async () => {
    const other = await createEvent(db, { daysAhead: 10 }, NOW);
    const soon = await createEvent(db, { daysAhead: 700, organisationId: event.organisationId }, NOW);
    const names = { name: "Asta Gallrad", email: "asta.gallrad@example.org" };
    const registration = await createRegistration(db, event, names, NOW);
    await createRegistration(db, other, { name: "Andra Huset", email: "andra@example.org" }, NOW);
    await createRegistration(db, soon, { name: "Nyss Kommen", email: "nyss@example.org" }, NOW);
    const user = await switchOn("ATTENDEES", 1);
    const shown = await ruleNow(user, "ATTENDEES");
    expect(shown?.due).toMatchObject([{ eventId: event.id, count: 1 }]);
    expect(shown?.later).toMatchObject([{ eventId: soon.id, count: 1 }]);

    expect(await enforceRetention(LATER)).toEqual([{ eventId: event.id, dataClass: "ATTENDEES", count: 1 }]);
    expect(await tablesWith("gallrad@example.org")).toEqual([]);
    expect(await tablesWith("Asta Gallrad")).toEqual([]);
    expect(await tablesWith("Andra Huset")).toEqual(["registration", "booking"]);
    expect(await tablesWith("Nyss Kommen")).toEqual(["registration", "booking"]);
    const stays = await db.registration.findUniqueOrThrow({ where: { id: registration.id } });
    expect(stays).toMatchObject({ state: "CONFIRMED", reference: registration.reference });
    const log = await db.auditEntry.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } });
    expect(log.map(({ action, detail }) => [action, detail])).toEqual([
      ["registration.erased", {}],
      ["retention.enforced", { class: "ATTENDEES", count: 1 }],
    ]);
    expect((await getRetention(user, LATER))[0]?.taken).toMatchObject([{ dataClass: "ATTENDEES", count: 1 }]);
    expect(await enforceRetention(LATER)).toEqual([]);
  });

  it("begins on the day after, where the event is", async () => {
    await createRegistration(db, event, {}, NOW);
    await switchOn("ATTENDEES", 1);
    const gone = event.endsOn.toISOString().slice(0, 10);
    const midnight = Temporal.PlainDate.from(gone)
      .add({ months: 24 })
      .add({ days: 1 })
      .toZonedDateTime("Europe/Stockholm")
      .toInstant();
    expect(await enforceRetention(midnight.subtract({ seconds: 1 }))).toEqual([]);
    expect(await enforceRetention(midnight)).toMatchObject([{ count: 1 }]);
  });

  it("takes whoever was invited and never came, letters' addresses, billing and the log, each by its own rule", async () => {
    await createInvitation(db, event.id, { name: "Ingrid Inbjuden", email: "ingrid@example.org" });
    const mail = { message: "my-link", locale: "sv", toName: "Lisa Läsare", notBefore: toTimestamp(NOW) } as const;
    const address = { toEmail: "lisa@example.org", eventId: event.id, organisationId: event.organisationId };
    await db.outboxMail.create({ data: { ...mail, ...address, state: "SENT", sentAt: toTimestamp(NOW) } });
    const { bookingId } = await createRegistration(db, event, {}, NOW);
    await db.booking.update({ where: { id: bookingId }, data: { billing: { reference: "4711-BETALARE" } } });
    const { organisationId, id: eventId } = event;
    const entry = { organisationId, eventId, actor: { kind: "SYSTEM" }, action: "event.published" } as const;
    await inTransaction((tx) => recordAudit(tx, entry, NOW));

    await switchOn("INVITED", 1, 12);
    expect(await enforceRetention(LATER)).toEqual([{ eventId, dataClass: "INVITED", count: 1 }]);
    expect(await tablesWith("Ingrid Inbjuden")).toEqual([]);
    expect(await tablesWith("Lisa Läsare")).toEqual(["outbox_mail"]);

    await switchOn("LETTERS", 1, 12);
    expect(await enforceRetention(LATER)).toEqual([{ eventId, dataClass: "LETTERS", count: 1 }]);
    expect(await tablesWith("lisa")).toEqual([]);

    await switchOn("BILLING", 0, 84);
    expect(await enforceRetention(LATER)).toEqual([]);
    expect(await tablesWith("4711-BETALARE")).toEqual(["booking"]);
    const eightYears = NOW.add({ hours: 24 * 366 * 9 });
    expect(await enforceRetention(eightYears)).toEqual([{ eventId, dataClass: "BILLING", count: 1 }]);
    expect(await tablesWith("4711-BETALARE")).toEqual([]);

    await switchOn("LOG", 1, 24);
    expect(await enforceRetention(LATER)).toEqual([{ eventId, dataClass: "LOG", count: 1 }]);
    const left = await db.auditEntry.findMany({ where: { eventId }, select: { action: true } });
    expect(new Set(left.map(({ action }) => action))).toEqual(new Set(["invitation.erased", "retention.enforced"]));
  });
});
