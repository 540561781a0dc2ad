import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openInvitation } from "@/lib/auth/personal-link-gate";
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

function rule(daysBefore: number) {
  return createReminderRule(database(), forum.id, { offsetDays: -daysBefore });
}

function invited(email: string, overrides: Parameters<typeof createInvitation>[2] = {}) {
  return createInvitation(database(), forum.id, { email, createdAt: toTimestamp(OPENED), ...overrides });
}

const queued = async () =>
  (await database().outboxMail.findMany({ where: { state: "QUEUED" }, orderBy: { toEmail: "asc" } })).map(
    (mail) => mail.toEmail,
  );

describe("story 2: invited managers who have not answered", () => {
  const nine = instant("2017-10-30T08:00:00Z");

  async function fourKinds() {
    await invited("obesvarad@example.org");
    await invited("oppnad@example.org", { state: "OPENED" });
    const accepted = await createRegistration(
      database(),
      forum,
      { email: "ja@example.org", createdAt: toTimestamp(OPENED) },
      OPENED,
    );
    const answeredAt = toTimestamp(OPENED);
    await invited("ja@example.org", { state: "ACCEPTED", registrationId: accepted.id, answeredAt });
    await invited("nej@example.org", { state: "DECLINED", answeredAt });
    // Registered by themselves, without the link; and registered so, then cancelled.
    await invited("Sjalv@example.org");
    await createRegistration(database(), forum, { email: "sjalv@example.org" }, OPENED);
    await invited("angrade@example.org");
    await createRegistration(database(), forum, { email: "angrade@example.org", state: "CANCELLED" }, OPENED);
    await invited("senare@example.org", { createdAt: toTimestamp(nine.add({ minutes: 1 })) });
  }

  it("are reminded on 30 October 2017 at 09:00 in Stockholm, 08:00Z, and nobody else is", async () => {
    await rule(3);
    await fourKinds();
    expect(await enqueueDueReminders(nine.subtract({ seconds: 1 }))).toEqual(nothing);
    expect(await enqueueDueReminders(nine.add({ minutes: 2 }))).toEqual({ runs: 1, mails: 2, missed: 0 });
    expect(await queued()).toEqual(["obesvarad@example.org", "oppnad@example.org"]);
  });

  it("are reminded on 26 October at 07:00Z, in summer time", async () => {
    await rule(7);
    await invited("obesvarad@example.org");
    expect(await enqueueDueReminders(instant("2017-10-26T06:59:59Z"))).toEqual(nothing);
    expect(await enqueueDueReminders(instant("2017-10-26T07:00:00Z"))).toEqual({ runs: 1, mails: 1, missed: 0 });
  });

  it("get the last day in words, the days left and a link to answer with", async () => {
    await rule(3);
    const { id } = await invited("obesvarad@example.org", { name: "Karin Ek" });
    await enqueueDueReminders(nine);
    expect(await deliverDue(smtp, nine)).toEqual(["sent"]);
    const [mail] = smtp.mails;
    expect(mail?.subject).toMatch(/^Kommer du\? Svara senast 2 november: /);
    expect(mail?.text).toMatch(/Sista dagen att svara är torsdag 2 november 2017\. Det är 3 dagar\s+kvar\./);
    const token = /^http:\/\/localhost:3000\/i\/([\w-]{43})$/m.exec(mail?.text ?? "")?.[1] ?? "";
    expect(await openInvitation(token, nine)).toMatchObject({ ok: true, value: { invitationId: id } });
  });

  it("get nothing when they answer between the choosing and the sending, or when answering is too late", async () => {
    await rule(3);
    const late = await invited("hann@example.org");
    await invited("registrerad@example.org");
    await enqueueDueReminders(nine);
    await database().invitation.update({
      where: { id: late.id },
      data: { state: "DECLINED", answeredAt: toTimestamp(nine) },
    });
    await createRegistration(database(), forum, { email: "Registrerad@example.org" }, nine);
    expect(await deliverDue(smtp, nine)).toEqual(["obsolete", "obsolete"]);

    await rule(0);
    await invited("obesvarad@example.org");
    expect(await enqueueDueReminders(instant("2017-11-02T08:00:00Z"))).toMatchObject({ mails: 1 });
    expect(await deliverDue(smtp, instant("2017-11-02T23:00:00Z"))).toEqual(["obsolete"]);
    expect(smtp.mails).toEqual([]);
  });
});
