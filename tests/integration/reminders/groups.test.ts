import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import { countOccasions, listAudience } from "@/lib/reminders/queries/audience";
import { getEventRules } from "@/lib/reminders/queries/event-rules";
import { at } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { createReminderRule } from "../../support/factories/reminder-rule";
import { createSession, createSpeaker } from "../../support/factories/session";
import { scopeOf } from "../../support/signed-in";
import { startSmtp, type TestSmtp } from "../../support/smtp-server";

const db = database();
const OPENED = at("2017-10-01 12:00");
const DUE = at("2017-10-30 09:00");
const date = (iso: string) => toDateColumn(Temporal.PlainDate.from(iso));

let smtp: TestSmtp;
let event: CreatedEvent;
beforeEach(async () => {
  await db.reminderRule.deleteMany();
  await db.outboxMail.deleteMany();
  smtp = await startSmtp();
  const days = { lastRegistrationDay: date("2017-11-02"), lastNamingDay: date("2017-11-02") };
  event = await createEvent(db, { daysAhead: 46, waitingList: true, ...days }, OPENED);
});
afterEach(() => smtp.stop());

const invited = (email: string, wishes: Parameters<typeof createInvitation>[2] = {}) =>
  createInvitation(db, event.id, { email, createdAt: toTimestamp(OPENED), ...wishes });
const queued = async () =>
  (await db.outboxMail.findMany({ orderBy: { toEmail: "asc" } })).map(({ message, toEmail }) => [message, toEmail]);

/** The rule's audience as its page shows it. */
async function audience(shown: "recipients" | "left-out", now = DUE.subtract({ minutes: 1 })) {
  const member = await createMember(db, event.organisationId, "EDITOR");
  const { rules } = await getEventRules(await scopeOf(member.id, event.slug, now), now);
  const occasion = rules[0]?.occasion;
  if (!occasion) throw new Error("no rule is due");
  const { counts, people } = await listAudience(occasion, { shown, page: 1 });
  expect((await countOccasions([occasion])).get(occasion)).toBe(counts.count);
  return people.map(({ email, leftOut }) => (leftOut ? [email, leftOut] : email));
}

describe("who has opened the invitation and not answered", () => {
  it("gets a letter of its own, and of two rules at the same time only that one", async () => {
    await createReminderRule(db, event.id);
    await createReminderRule(db, event.id, { kind: "DRAFT_BEGUN" });
    await invited("oppnad@example.org", { state: "OPENED", name: "Karin Ek" });
    await invited("orord@example.org");
    await invited("nej@example.org", { state: "DECLINED", answeredAt: toTimestamp(OPENED) });
    expect(await enqueueDueReminders(DUE)).toEqual({ runs: 2, mails: 2, missed: 0 });
    expect(await queued()).toEqual([
      ["invitation-unfinished", "oppnad@example.org"],
      ["invitation-reminder", "orord@example.org"],
    ]);
    expect(await deliverDue(smtp, DUE)).toEqual(["sent", "sent"]);
    const letter = smtp.mails.find(({ subject }) => subject?.startsWith("Ditt svar är inte klart"));
    expect(letter?.subject).toContain("svara senast 2 november");
    expect(letter?.text).toContain("/i/");
  });

  it("gets none when the answer comes before the letter leaves, nor when the rule is off by then", async () => {
    const { id } = await createReminderRule(db, event.id, { kind: "DRAFT_BEGUN" });
    const first = await invited("hann@example.org", { state: "OPENED" });
    await invited("av@example.org", { state: "OPENED" });
    await enqueueDueReminders(DUE);
    const answeredAt = toTimestamp(DUE);
    await db.invitation.update({ where: { id: first.id }, data: { state: "DECLINED", answeredAt } });
    await db.reminderRule.update({ where: { id }, data: { enabled: false } });
    expect(await deliverDue(smtp, DUE)).toEqual(["obsolete", "obsolete"]);
    expect(smtp.mails).toEqual([]);
  });
});

describe("who has a place", () => {
  it("gets what is practical about the day, as long as the place is theirs and the rule is on", async () => {
    const kind = "PRACTICAL_INFORMATION";
    const { id } = await createReminderRule(db, event.id, { kind, anchor: "EVENT_START", offsetDays: -2 });
    const due = at("2017-11-14 09:00");
    const comes = await createRegistration(db, event, { email: "kommer@example.org" }, OPENED);
    await createRegistration(db, event, { email: "koar@example.org", state: "WAITLISTED" }, OPENED);
    expect(await enqueueDueReminders(due)).toMatchObject({ mails: 1 });
    expect(await queued()).toEqual([["practical-information", "kommer@example.org"]]);
    await db.reminderRule.update({ where: { id }, data: { removedAt: toTimestamp(due) } });
    expect(await deliverDue(smtp, due)).toEqual(["obsolete"]);
    await db.reminderRule.update({ where: { id }, data: { removedAt: null } });
    await db.outboxMail.updateMany({ data: { state: "QUEUED" } });
    expect(await deliverDue(smtp, due)).toEqual(["sent"]);
    await db.outboxMail.updateMany({ data: { state: "QUEUED", sentAt: null } });
    await db.registration.update({ where: { id: comes.id }, data: { state: "CANCELLED" } });
    expect(await deliverDue(smtp, due)).toEqual(["obsolete"]);
  });
});

describe("who waits", () => {
  it("is told the place in the line; who has got a place, or waits since later, is not", async () => {
    await createReminderRule(db, event.id, { kind: "WAITLISTED" });
    const waits = (email: string, since = OPENED) =>
      createRegistration(db, event, { email, state: "WAITLISTED" }, since);
    await waits("koar@example.org");
    const lucky = await waits("fick@example.org");
    await waits("nyss@example.org", DUE.add({ minutes: 1 }));
    await createRegistration(db, event, { email: "kommer@example.org" }, OPENED);
    expect(await audience("recipients")).toEqual(["koar@example.org", "fick@example.org"]);
    expect(await audience("left-out")).toEqual([["nyss@example.org", "later"]]);
    expect(await enqueueDueReminders(DUE.add({ minutes: 2 }))).toMatchObject({ mails: 2 });
    await db.registration.update({ where: { id: lucky.id }, data: { state: "CONFIRMED" } });
    expect((await deliverDue(smtp, DUE.add({ minutes: 2 }))).toSorted()).toEqual(["obsolete", "sent"]);
    expect(smtp.mails[0]?.subject).toMatch(/^Du står kvar i kö: /);
    expect(smtp.recipients).toEqual([["koar@example.org"]]);
  });
});

describe("who booked places without names", () => {
  it("is told once how many are missing, as long as any are", async () => {
    await createReminderRule(db, event.id, { kind: "NAMES_MISSING", anchor: "LAST_NAMING_DAY" });
    const expiresAt = toTimestamp(at("2017-11-03 00:00"));
    const held = await createRegistration(
      db,
      event,
      { state: "HELD", expiresAt, email: "plats-1@example.org" },
      OPENED,
    );
    const more = { state: "HELD", expiresAt, email: "plats-2@example.org" } as const;
    const second = await createRegistration(db, event, more, OPENED);
    await db.registration.update({ where: { id: second.id }, data: { bookingId: held.bookingId } });
    await createRegistration(db, event, { email: "klar@example.org" }, OPENED);
    const registrantEmail = "bokar@example.org";
    await db.booking.update({ where: { id: held.bookingId }, data: { registrantEmail, registrantName: "Bo Ek" } });
    expect(await audience("recipients")).toEqual([registrantEmail]);
    expect(await enqueueDueReminders(DUE)).toMatchObject({ mails: 1 });
    expect(await deliverDue(smtp, DUE)).toEqual(["sent"]);
    expect(smtp.mails[0]?.subject).toMatch(/^2 namn saknas: /);
    expect(smtp.mails[0]?.text).toContain("torsdag 2 november 2017");
    await db.outboxMail.updateMany({ data: { state: "QUEUED", sentAt: null } });
    for (const { id } of [held, second])
      await db.registration.update({ where: { id }, data: { state: "CONFIRMED", expiresAt: null } });
    expect(await deliverDue(smtp, DUE)).toEqual(["obsolete"]);
    expect(await audience("recipients")).toEqual([]);
  });
});

describe("who is to speak and has sent no slides", () => {
  it("is told of it, until there are some", async () => {
    await createReminderRule(db, event.id, { kind: "SPEAKERS_WITHOUT_SLIDES", anchor: "EVENT_START", offsetDays: -7 });
    const due = at("2017-11-09 09:00");
    const { id: sessionId } = await createSession(db, event);
    const speaker = await createSpeaker(db, event.organisationId, [sessionId], { email: "talar@example.org" });
    await createSpeaker(db, event.organisationId, [], { email: "talar-inte@example.org" });
    expect(await audience("recipients")).toEqual(["talar@example.org"]);
    expect(await enqueueDueReminders(due)).toMatchObject({ mails: 1 });
    expect(await queued()).toEqual([["slides-missing", "talar@example.org"]]);
    expect(await deliverDue(smtp, due)).toEqual(["sent"]);
    expect(smtp.mails[0]?.text).toContain("/s/");
    await db.outboxMail.updateMany({ data: { state: "QUEUED", sentAt: null } });
    const uploadedAt = toTimestamp(due);
    const slides = { eventId: event.id, sessionId, speakerId: speaker.id, title: { sv: "Bilder", en: "Slides" } };
    await db.material.create({ data: { ...slides, link: "https://example.org/bilder", uploadedAt } });
    expect(await deliverDue(smtp, due)).toEqual(["obsolete"]);
    expect(await audience("recipients")).toEqual([]);
  });
});

describe("who was there", () => {
  it("is asked what they thought once the event is over, where there is somewhere to say it", async () => {
    await createReminderRule(db, event.id, { kind: "EVALUATION_OPEN", anchor: "EVENT_END", offsetDays: 1 });
    const due = at("2017-11-17 09:00");
    await createRegistration(db, event, { email: "var-dar@example.org" }, OPENED);
    await createRegistration(db, event, { email: "avbokad@example.org", state: "CANCELLED" }, OPENED);
    expect(await enqueueDueReminders(due)).toMatchObject({ mails: 1 });
    expect(await queued()).toEqual([["evaluation-open", "var-dar@example.org"]]);
    expect(await deliverDue(smtp, due)).toEqual(["obsolete"]);
    await db.event.update({ where: { id: event.id }, data: { evaluationUrl: "https://example.org/tyck-till" } });
    await db.outboxMail.updateMany({ data: { state: "QUEUED" } });
    expect(await deliverDue(smtp, due)).toEqual(["sent"]);
    expect(smtp.mails[0]?.text).toContain("https://example.org/tyck-till");
  });
});

describe("a rule that is narrowed", () => {
  it("reminds only that category and that group", async () => {
    const categoryId = event.categories[0]?.id ?? "";
    await invited("bada@example.org", { categoryId, groupName: "Chefer" });
    await invited("kategori@example.org", { categoryId });
    await invited("grupp@example.org", { groupName: "Chefer" });
    const { id } = await createReminderRule(db, event.id, { categoryId, groupName: "Chefer" });
    expect(await audience("recipients")).toEqual(["bada@example.org"]);
    await db.reminderRule.update({ where: { id }, data: { categoryId: null } });
    expect(await audience("recipients")).toEqual(["bada@example.org", "grupp@example.org"]);
    await db.reminderRule.update({ where: { id }, data: { groupName: null } });
    expect(await enqueueDueReminders(DUE)).toMatchObject({ mails: 3 });
  });
});

describe("who of a group is left out", () => {
  it("is told with the reason, and is who gets no mail", async () => {
    await createReminderRule(db, event.id);
    await invited("far@example.org");
    await invited("oskickad@example.org", { sentAt: null });
    await invited("nyss@example.org", { sentAt: toTimestamp(DUE.add({ minutes: 1 })) });
    await invited("Dod@example.org");
    await invited("avbojer@example.org");
    await invited("nyheter@example.org");
    const since = toTimestamp(OPENED);
    const { organisationId } = event;
    await db.suppressedAddress.createMany({
      data: [
        { organisationId, address: "dod@example.org", scope: "ALL", source: "SMTP", reason: "5.1.1", since },
        {
          organisationId,
          address: "avbojer@example.org",
          scope: "INVITATIONS",
          source: "UNSUBSCRIBE",
          reason: "",
          since,
        },
        { organisationId, address: "nyheter@example.org", scope: "NEWS", source: "UNSUBSCRIBE", reason: "", since },
      ],
    });
    expect((await audience("left-out")).toSorted()).toEqual([
      ["Dod@example.org", "suppressed"],
      ["avbojer@example.org", "declined"],
      ["nyss@example.org", "later"],
      ["oskickad@example.org", "unsent"],
    ]);
    const get = (await audience("recipients")).toSorted();
    expect(get).toEqual(["far@example.org", "nyheter@example.org"]);
    await enqueueDueReminders(DUE.add({ minutes: 2 }));
    expect((await queued()).map(([, email]) => email)).toEqual(get);
  });

  it("cannot answer on that day, unless given longer", async () => {
    await createReminderRule(db, event.id, { anchor: "EVENT_START", offsetDays: -7 });
    await invited("forsent@example.org");
    await invited("langre@example.org", { extendedThrough: date("2017-11-10") });
    expect(await audience("left-out")).toEqual([["forsent@example.org", "closed"]]);
    expect(await enqueueDueReminders(at("2017-11-09 09:00"))).toMatchObject({ mails: 1 });
    expect(await deliverDue(smtp, at("2017-11-09 09:00"))).toEqual(["sent"]);
    expect(smtp.recipients).toEqual([["langre@example.org"]]);
  });
});

describe("a reminder to many", () => {
  it("goes to each once, ten thousand in a statement", async () => {
    await createReminderRule(db, event.id);
    await db.$executeRaw`
      INSERT INTO invitation (id, event_id, name, email, email_normalised, sent_at)
      SELECT gen_random_uuid(), ${event.id}::uuid, 'Inbjuden', 'n' || n || '@example.org', 'n' || n || '@example.org',
             ${toTimestamp(OPENED)}::timestamptz FROM generate_series(1, 20001) n`;
    expect(await enqueueDueReminders(DUE)).toEqual({ runs: 1, mails: 20_001, missed: 0 });
    const [counted] = await db.$queryRaw<[{ n: number }]>`
      SELECT count(DISTINCT invitation_id)::int AS n FROM outbox_mail WHERE message = 'invitation-reminder'`;
    expect(counted.n).toBe(20_001);
    await db.outboxMail.deleteMany();
    await db.invitation.deleteMany({ where: { eventId: event.id } });
  });
});
