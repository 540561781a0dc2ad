import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import { at } from "@/tests/support/clock";
import { deliverDue } from "@/tests/support/delivering";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createInvitation } from "@/tests/support/factories/invitation";
import { createRegistration } from "@/tests/support/factories/registration";
import { createReminderRule } from "@/tests/support/factories/reminder-rule";
import { startSmtp, type TestSmtp } from "@/tests/support/smtp-server";

const OPENED = at("2017-10-01 12:00");
const date = (iso: string) => toDateColumn(Temporal.PlainDate.from(iso));
const instant = (iso: string) => Temporal.Instant.from(iso);
const nothing = { runs: 0, mails: 0, missed: 0 };

let smtp: TestSmtp;
let forum: CreatedEvent;

/** Event 2 of the stories: 16 November 2017, last registration day 2 November. */
beforeEach(async () => {
  await database().reminderRule.deleteMany();
  await database().outboxMail.deleteMany();
  smtp = await startSmtp();
  forum = await createEvent(database(), { daysAhead: 46, lastRegistrationDay: date("2017-11-02") }, OPENED);
});
afterEach(() => smtp.stop());

function rule(kind: "INVITED_UNANSWERED" | "CONFIRMED", daysBefore: number, event = forum) {
  const anchor = kind === "CONFIRMED" ? "EVENT_START" : "LAST_REGISTRATION_DAY";
  return createReminderRule(database(), event.id, { kind, anchor, offsetDays: -daysBefore });
}

function invited(email: string, overrides: Parameters<typeof createInvitation>[2] = {}) {
  return createInvitation(database(), forum.id, { email, createdAt: toTimestamp(OPENED), ...overrides });
}

const queued = async () =>
  (await database().outboxMail.findMany({ where: { state: "QUEUED" }, orderBy: { toEmail: "asc" } })).map(
    (mail) => mail.toEmail,
  );

describe("a reminder before the event", () => {
  it("goes the day before to those who are confirmed and were so by then", async () => {
    await rule("CONFIRMED", 1);
    const due = instant("2017-11-15T08:00:00Z");
    await createRegistration(database(), forum, { email: "kommer@example.org" }, OPENED);
    await createRegistration(database(), forum, { email: "avbokad@example.org", state: "CANCELLED" }, OPENED);
    await createRegistration(database(), forum, { email: "nyss@example.org" }, due.add({ minutes: 5 }));
    expect(await enqueueDueReminders(due.add({ minutes: 10 }))).toEqual({ runs: 1, mails: 1, missed: 0 });
    expect(await deliverDue(smtp, due.add({ minutes: 10 }))).toEqual(["sent"]);
    expect(smtp.mails.map((mail) => mail.subject)).toEqual([expect.stringMatching(/^I morgon: /)]);
    expect(smtp.recipients).toEqual([["kommer@example.org"]]);
  });

  it("keeps its hour over both nights on which the clocks change", async () => {
    const nights = [
      { first: "2026-10-26", due: "2026-10-25T08:00:00Z" },
      { first: "2026-10-25", due: "2026-10-24T07:00:00Z" },
      { first: "2027-03-29", due: "2027-03-28T07:00:00Z" },
      { first: "2027-03-28", due: "2027-03-27T08:00:00Z" },
    ];
    for (const { first, due } of nights) {
      const made = at(`${first} 12:00`).subtract({ hours: 24 * 40 });
      const event = await createEvent(database(), { daysAhead: 40 }, made);
      await createRegistration(database(), event, {}, made);
      await rule("CONFIRMED", 1, event);
      expect(await enqueueDueReminders(instant(due).subtract({ seconds: 1 })), first).toEqual(nothing);
      expect(await enqueueDueReminders(instant(due)), first).toMatchObject({ runs: 1, mails: 1 });
    }
  });
});

describe("one scheduled time of one rule", () => {
  const due = instant("2017-10-30T08:00:00Z");

  it("is handled once, however often and by however many it is asked for", async () => {
    const { id } = await rule("INVITED_UNANSWERED", 3);
    for (let n = 0; n < 30; n++) await invited(`chef-${n}@example.org`);
    const together = await Promise.all(Array.from({ length: 6 }, () => enqueueDueReminders(due)));
    expect(together.reduce((sum, { mails }) => sum + mails, 0)).toBe(30);
    expect(await enqueueDueReminders(due.add({ minutes: 1 }))).toEqual(nothing);
    expect(await database().outboxMail.count()).toBe(30);
    expect(await database().reminderRun.findMany({ where: { ruleId: id } })).toEqual([
      expect.objectContaining({ outcome: "ENQUEUED", recipients: 30, scheduledAt: toTimestamp(due) }),
    ]);
    // Even if the run's row were lost, nobody would be reminded twice.
    await database().reminderRun.deleteMany();
    expect(await enqueueDueReminders(due.add({ minutes: 2 }))).toEqual({ runs: 1, mails: 0, missed: 0 });
  });

  it("is marked as missed when no worker was there for six hours, and sends nothing", async () => {
    const { id } = await rule("INVITED_UNANSWERED", 3);
    await invited("obesvarad@example.org");
    const late = due.add({ hours: 6, seconds: 1 });
    expect(await enqueueDueReminders(late)).toEqual({ runs: 0, mails: 0, missed: 1 });
    expect(await enqueueDueReminders(late)).toEqual(nothing);
    expect(await queued()).toEqual([]);
    const runs = await database().reminderRun.findMany({
      where: { ruleId: id },
      select: { outcome: true, recipients: true },
    });
    expect(runs).toEqual([{ outcome: "MISSED", recipients: 0 }]);
  });

  it("follows the event when its dates move", async () => {
    await rule("INVITED_UNANSWERED", 3);
    await invited("obesvarad@example.org");
    await database().event.update({ where: { id: forum.id }, data: { lastRegistrationDay: date("2017-11-09") } });
    expect(await enqueueDueReminders(due)).toEqual(nothing);
    expect(await enqueueDueReminders(due.add({ hours: 24 * 7 }))).toMatchObject({ mails: 1 });
  });

  it("is nothing for a rule that is off, a draft, or an event that is cancelled", async () => {
    const { id } = await rule("INVITED_UNANSWERED", 3);
    await invited("obesvarad@example.org");
    await database().reminderRule.update({ where: { id }, data: { enabled: false } });
    expect(await enqueueDueReminders(due)).toEqual(nothing);
    await database().reminderRule.update({ where: { id }, data: { enabled: true } });
    for (const status of ["DRAFT", "CANCELLED", "ARCHIVED"] as const) {
      const cancelledAt = status === "CANCELLED" ? toTimestamp(due) : null;
      await database().event.update({ where: { id: forum.id }, data: { status, cancelledAt } });
      expect(await enqueueDueReminders(due), status).toEqual(nothing);
    }
  });
});
