import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import { addRule, changeRule } from "@/lib/reminders/commands/save-rule";
import { switchLadder } from "@/lib/reminders/commands/switch-ladder";
import { switchRule } from "@/lib/reminders/commands/switch-rule";
import { getEventRules } from "@/lib/reminders/queries/event-rules";
import { listRuns } from "@/lib/reminders/queries/event-runs";
import { at } from "../../support/clock";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createMember } from "../../support/factories/member";
import { createReminderRule } from "../../support/factories/reminder-rule";
import { scopeOf } from "../../support/signed-in";

const db = database();
const NOW = at("2017-10-20 12:00");
const TYPED = {
  kind: "INVITED_UNANSWERED",
  anchor: "LAST_REGISTRATION_DAY",
  days: "3",
  direction: "before",
  time: "09:00",
  category: "",
  group: "",
};

let event: CreatedEvent;
let scope: EventScope;
let viewer: EventScope;
let stranger: EventScope;

beforeEach(async () => {
  await db.reminderRule.deleteMany();
  await db.outboxMail.deleteMany();
  const lastRegistrationDay = toDateColumn(Temporal.PlainDate.from("2017-11-02"));
  event = await createEvent(db, { daysAhead: 27, lastRegistrationDay }, NOW);
  scope = await scopeOf((await createMember(db, event.organisationId, "EDITOR")).id, event.slug, NOW);
  viewer = await scopeOf((await createMember(db, event.organisationId, "VIEWER")).id, event.slug, NOW);
  const other = await createEvent(db, {}, NOW);
  stranger = await scopeOf((await createMember(db, other.organisationId, "OWNER")).id, other.slug, NOW);
});

const rules = async () => (await getEventRules(scope, NOW)).rules;
const audited = async () =>
  (await db.auditEntry.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } })).map(({ action }) => action);
const added = async (body: unknown = TYPED) => {
  const answer = await addRule(scope, body, NOW);
  return answer.ok ? answer.value.id : answer.code;
};

describe("a rule", () => {
  it("is added, changed, switched off and on, and taken away, each on record", async () => {
    const id = await added();
    expect(await rules()).toMatchObject([{ id, offsetDays: -3, status: "planned", revision: 1 }]);
    expect((await rules())[0]?.scheduledAt).toEqual(Temporal.Instant.from("2017-10-30T08:00:00Z"));
    expect(await changeRule(scope, { id, revision: 1, body: { ...TYPED, days: "7" } }, NOW)).toMatchObject({
      ok: true,
    });
    expect((await rules())[0]?.scheduledAt).toEqual(Temporal.Instant.from("2017-10-26T07:00:00Z"));
    expect(await switchRule(scope, { id, revision: 2, to: "off" }, NOW)).toMatchObject({ ok: true });
    expect(await rules()).toMatchObject([{ status: "off" }]);
    expect(await switchRule(scope, { id, revision: 3, to: "on" }, NOW)).toMatchObject({ ok: true });
    expect(await switchRule(scope, { id, revision: 4, to: "removed" }, NOW)).toMatchObject({ ok: true });
    expect(await rules()).toEqual([]);
    expect(await audited()).toEqual([
      "reminder-rule.added",
      "reminder-rule.changed",
      "reminder-rule.switched-off",
      "reminder-rule.switched-on",
      "reminder-rule.removed",
    ]);
    // What was taken away stands in nobody's way.
    expect(await added()).not.toBe("rule_exists");
  });

  it("that somebody else has changed is not written over", async () => {
    const id = await added();
    await changeRule(scope, { id, revision: 1, body: { ...TYPED, time: "10:00" } }, NOW);
    const late = { id, revision: 1 };
    expect(await changeRule(scope, { ...late, body: TYPED }, NOW)).toMatchObject({ code: "rule_changed" });
    expect(await switchRule(scope, { ...late, to: "off" }, NOW)).toMatchObject({ code: "rule_changed" });
    expect(await switchRule(scope, { ...late, to: "removed" }, NOW)).toMatchObject({ code: "rule_changed" });
    expect(await rules()).toMatchObject([{ localTime: "10:00", enabled: true }]);
    const both = await Promise.all(
      ["11:00", "12:00"].map((time) => changeRule(scope, { id, revision: 2, body: { ...TYPED, time } }, NOW)),
    );
    expect(both.map((answer) => (answer.ok ? "saved" : answer.code)).toSorted()).toEqual(["rule_changed", "saved"]);
  });

  it("is there once", async () => {
    const first = await added();
    expect(await added()).toBe("rule_exists");
    const second = await added({ ...TYPED, days: "7" });
    expect(await changeRule(scope, { id: second, revision: 1, body: TYPED }, NOW)).toMatchObject({
      code: "rule_exists",
    });
    expect(await changeRule(scope, { id: first, revision: 1, body: TYPED }, NOW)).toMatchObject({ ok: true });
    const both = await Promise.all([1, 2].map(() => addRule(scope, { ...TYPED, days: "9" }, NOW)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is refused for what the event has not, or when it is too late to act", async () => {
    const other = await createEvent(db, {}, NOW);
    const foreign = other.categories[0]?.id ?? "";
    await createInvitation(db, other.id, { groupName: "Deras" });
    await createInvitation(db, event.id, { groupName: "Chefer" });
    expect(await added({ ...TYPED, category: foreign })).toBe("category_unknown");
    expect(await added({ ...TYPED, group: "Deras" })).toBe("group_unknown");
    expect(await added({ ...TYPED, days: "1", direction: "after" })).toBe("too_late");
    const evaluation = { ...TYPED, kind: "EVALUATION_OPEN", anchor: "EVENT_END" };
    expect(await added({ ...evaluation, days: "0", direction: "after" })).toBe("too_early");
    expect(await added({ ...evaluation, days: "1", direction: "after" })).toMatch(/^[0-9a-f-]{36}$/);
    const naming = { ...TYPED, kind: "NAMES_MISSING", anchor: "LAST_NAMING_DAY" };
    expect(await added(naming)).toBe("no_naming_day");
    expect(await added({ ...TYPED, time: "25:00" })).toBe("time_invalid");
    expect(await added({ ...TYPED, enabled: "on" })).toBe("malformed");
    expect(await added({ ...TYPED, category: event.categories[0]?.id, group: "Chefer" })).toMatch(/^[0-9a-f-]{36}$/);
    const id = await added();
    for (const [wrong, code] of [
      [{ category: foreign }, "category_unknown"],
      [{ group: "Deras" }, "group_unknown"],
      [{ days: "1", direction: "after" }, "too_late"],
      [{ days: "tre" }, "days_invalid"],
      [{ kind: "CONFIRMED", anchor: "EVENT_START" }, "rule_gone"],
    ] as const)
      expect(await changeRule(scope, { id, revision: 1, body: { ...TYPED, ...wrong } }, NOW)).toMatchObject({ code });
  });

  it("is one of forty at most", async () => {
    for (let days = 0; days < 40; days++) await createReminderRule(db, event.id, { offsetDays: -days });
    expect(await added({ ...TYPED, time: "10:00" })).toBe("rules_full");
  });

  it("is none of another tenant's business, nor for who may only look", async () => {
    const id = await added();
    for (const who of [stranger, viewer]) {
      expect(await changeRule(who, { id, revision: 1, body: TYPED }, NOW)).toMatchObject({ code: "rule_gone" });
      expect(await switchRule(who, { id, revision: 1, to: "removed" }, NOW)).toMatchObject({ code: "rule_gone" });
    }
    expect(await addRule(viewer, TYPED, NOW)).toMatchObject({ code: "rule_gone" });
    expect(await switchLadder(viewer, { kind: "DRAFT_BEGUN", to: "on" }, NOW)).toMatchObject({ code: "rule_gone" });
    expect(await switchRule(scope, { id: "inget", revision: 1, to: "off" }, NOW)).toMatchObject({ code: "rule_gone" });
    expect((await getEventRules(stranger, NOW)).rules).toEqual([]);
    expect(await rules()).toHaveLength(1);
  });
});

describe("a ladder", () => {
  const invited = { kind: "INVITED_UNANSWERED", to: "on" } as const;

  it("is switched on and off in one go, whatever rungs were there", async () => {
    const id = await added({ ...TYPED, days: "7" });
    await switchRule(scope, { id, revision: 1, to: "off" }, NOW);
    await added({ ...TYPED, days: "3", time: "10:00" });
    expect(await switchLadder(scope, invited, NOW)).toEqual({ ok: true, value: { changed: 4 } });
    expect(await switchLadder(scope, invited, NOW)).toEqual({ ok: true, value: { changed: 0 } });
    expect((await rules()).map(({ offsetDays, status }) => [offsetDays, status])).toEqual([
      [-14, "passed"],
      [-7, "planned"],
      [-3, "planned"],
      [-3, "planned"],
      [-1, "planned"],
    ]);
    expect(await switchLadder(scope, { ...invited, to: "off" }, NOW)).toEqual({ ok: true, value: { changed: 4 } });
    expect((await rules()).filter(({ enabled }) => enabled).map(({ localTime }) => localTime)).toEqual(["10:00"]);
    expect((await audited()).slice(3)).toEqual(["reminder-ladder.switched-on", "reminder-ladder.switched-off"]);
  });

  it("sends nothing for rungs whose time has been, and marks none of them as missed", async () => {
    await createInvitation(db, event.id);
    await switchLadder(scope, invited, at("2017-10-26 11:00"));
    expect(await enqueueDueReminders(at("2017-10-26 11:01"))).toEqual({ runs: 0, mails: 0, missed: 0 });
    expect(await enqueueDueReminders(at("2017-10-30 09:00"))).toEqual({ runs: 1, mails: 1, missed: 0 });
  });

  it("to those who are to name colleagues needs a last day to do so", async () => {
    const names = { kind: "NAMES_MISSING", to: "on" } as const;
    expect(await switchLadder(scope, names, NOW)).toMatchObject({ code: "no_naming_day" });
    expect(await rules()).toEqual([]);
    const lastNamingDay = toDateColumn(Temporal.PlainDate.from("2017-11-08"));
    await db.event.update({ where: { id: event.id }, data: { lastNamingDay } });
    expect(await switchLadder(scope, names, NOW)).toMatchObject({ value: { changed: 4 } });
    expect((await rules())[0]?.scheduledAt).toEqual(Temporal.Instant.from("2017-10-25T07:00:00Z"));
  });
});

describe("what has happened", () => {
  it("tells what was sent and missed, of rules that are gone too, to this event's organisers alone", async () => {
    const { id } = await createReminderRule(db, event.id, { offsetDays: -7 });
    await createReminderRule(db, event.id, { offsetDays: -3 });
    for (let n = 0; n < 3; n++) await createInvitation(db, event.id);
    await enqueueDueReminders(at("2017-10-26 09:00"));
    const [mail] = await db.outboxMail.findMany({ orderBy: { id: "asc" } });
    await db.outboxMail.update({ where: { id: mail?.id ?? "" }, data: { state: "SENT", sentAt: toTimestamp(NOW) } });
    await enqueueDueReminders(at("2017-10-30 18:00"));
    await switchRule(scope, { id, revision: 1, to: "removed" }, NOW);
    expect(await listRuns(scope, 1)).toMatchObject({
      total: 2,
      runs: [
        { outcome: "MISSED", recipients: 0, sent: 0 },
        { outcome: "ENQUEUED", recipients: 3, sent: 1, waiting: 2, failed: 0, passed: 0 },
      ],
    });
    expect((await rules())[0]?.status).toBe("missed");
    expect((await listRuns(stranger, 1)).total).toBe(0);
  });
});
