import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventScope, UserScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { removeMailing, saveMailing, startMailing } from "@/lib/mailings/commands/save-mailing";
import { sendMailing } from "@/lib/mailings/commands/send-mailing";
import { sendTest } from "@/lib/mailings/commands/send-test";
import { stopMailing } from "@/lib/mailings/commands/stop-mailing";
import { findMailing, listDeliveries, listMailings } from "@/lib/mailings/queries/mailing";
import { countRecipients } from "@/lib/mailings/queries/recipients";
import { database } from "@/lib/platform/db";
import { parseFilter } from "@/lib/reports/schema";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent } from "../../support/factories/event";
import { createMailing } from "../../support/factories/mailing";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { scopeOf } from "../../support/signed-in";
import { startSmtp, type TestSmtp } from "../../support/smtp-server";

const db = database();
const SOON = { date: "", time: "" };
const TEXT = {
  subjectSv: "Praktiskt om {{evenemang}}",
  bodySv: "Ta med skor.\n\nDin referens: {{referens}}",
  subjectEn: "",
  bodyEn: "",
};
const LEFT = NOW.add({ minutes: 5 });

let smtp: TestSmtp;
beforeEach(async () => {
  await db.outboxMail.deleteMany();
  smtp = await startSmtp();
});
afterEach(() => smtp.stop());

async function written(wishes: Parameters<typeof createMailing>[2] = {}) {
  const event = await createEvent(db, { capacity: null }, NOW);
  const member = await createMember(db, event.organisationId, "EDITOR");
  const scope = await scopeOf(member.id, event.slug, NOW);
  const people = await Promise.all(
    (["CONFIRMED", "CONFIRMED", "WAITLISTED", "CANCELLED"] as const).map((state, index) =>
      createRegistration(db, event, { state, name: `Person ${index}`, locale: index === 1 ? "en" : "sv" }, NOW),
    ),
  );
  const mailing = await createMailing(db, event.id, wishes);
  const sending = { id: mailing.id, revision: mailing.revision, shown: 2, at: SOON };
  return { event, member, scope, people, mailing, sending };
}

/** The same organisation's other event, and another organisation's owner at this one. */
async function elsewhere(): Promise<EventScope> {
  const other = await createEvent(db, {}, NOW);
  return scopeOf((await createMember(db, other.organisationId, "OWNER")).id, other.slug, NOW);
}

const mails = (mailing: string) =>
  db.outboxMail.findMany({ where: { params: { path: ["mailing"], equals: mailing } } });

describe("a draft", () => {
  it("is kept with its filter, changed, and thrown away, each on record", async () => {
    const { scope } = await written();
    const { filter } = parseFilter({ status: "confirmed", q: "Åsa" });
    const begun = await startMailing(scope, { body: TEXT, filter }, NOW);
    const id = begun.ok ? begun.value.id : "";
    expect(await findMailing(scope, id)).toMatchObject({
      subjectSv: TEXT.subjectSv,
      subjectEn: null,
      filter,
      revision: 1,
    });
    const body = { ...TEXT, subjectEn: "Practical", bodyEn: "Bring shoes." };
    expect(await saveMailing(scope, { id, revision: 1, body }, NOW)).toMatchObject({ ok: true });
    expect(await findMailing(scope, id)).toMatchObject({ bodyEn: "Bring shoes.", revision: 2 });
    expect(await removeMailing(scope, id, NOW)).toMatchObject({ ok: true });
    expect(await findMailing(scope, id)).toBeNull();
    const actions = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["mailing.drafted", "mailing.changed", "mailing.removed"]);
  });

  it("that somebody else has changed is not written over, nor is what cannot be sent kept", async () => {
    const { scope, mailing } = await written();
    const { id } = mailing;
    expect(await saveMailing(scope, { id, revision: 1, body: TEXT }, NOW)).toMatchObject({ ok: true });
    expect(await saveMailing(scope, { id, revision: 1, body: TEXT }, NOW)).toMatchObject({ code: "mailing_changed" });
    const wrong = { ...TEXT, bodySv: "Hej {{mellannamn}}" };
    expect(await saveMailing(scope, { id, revision: 2, body: wrong }, NOW)).toMatchObject({ code: "field_unknown" });
    expect(
      await startMailing(scope, { body: { ...TEXT, role: "OWNER" }, filter: parseFilter({}).filter }, NOW),
    ).toMatchObject({
      ok: false,
    });
    expect((await findMailing(scope, id))?.bodySv).toBe(TEXT.bodySv);
  });

  it("is none of another event's business", async () => {
    const { mailing, sending } = await written();
    const { id } = mailing;
    const other = await elsewhere();
    const user = { userId: other.userId, email: "annan@example.org", name: null, locale: "sv" } as UserScope;
    const reference = "AAAA-AAAA";
    expect(await findMailing(other, id)).toBeNull();
    for (const answer of [
      await saveMailing(other, { id, revision: 1, body: TEXT }, NOW),
      await removeMailing(other, id, NOW),
      await sendMailing(other, sending, NOW),
      await stopMailing(other, id, NOW),
      await sendTest({ scope: other, user }, { id, reference, locale: "sv" }, NOW),
      await removeMailing(other, "not-an-id", NOW),
    ])
      expect(answer).toMatchObject({ ok: false, code: "mailing_gone" });
    expect(await db.outboxMail.count()).toBe(0);
    expect((await listMailings(other)).mailings).toEqual([]);
  });
});

describe("whom it goes to", () => {
  it("is everybody in the filter once, and tells whom it leaves out", async () => {
    const { event, scope, people } = await written();
    const [dead, again] = people;
    const address = dead?.emailNormalised ?? "";
    const since = toTimestamp(NOW);
    await db.suppressedAddress.create({
      data: { organisationId: event.organisationId, address, scope: "ALL", source: "SMTP", reason: "5.1.1", since },
    });
    const soon = toTimestamp(NOW.add({ hours: 24 }));
    await createRegistration(db, event, { state: "HELD", expiresAt: soon }, NOW);
    const email = again?.email ?? "";
    await createRegistration(db, event, { state: "CANCELLED", email, emailNormalised: email }, NOW);
    expect(await countRecipients(scope, parseFilter({}).filter)).toEqual({
      count: 3,
      unreachable: 1,
      unnamed: 1,
      again: 1,
    });
    expect(await countRecipients(scope, parseFilter({ status: "confirmed" }).filter)).toMatchObject({ count: 1 });
    expect(await countRecipients(scope, parseFilter({ q: "finns inte" }).filter)).toMatchObject({ count: 0 });
  });
});

describe("a mailing that is sent", () => {
  it("lies five minutes in the outbox, then reaches each in their language, merged, with their own link", async () => {
    const { scope, people, mailing, sending, event } = await written();
    expect(await sendMailing(scope, sending, NOW)).toMatchObject({ ok: true, value: { count: 2 } });
    expect(await deliverDue(smtp, NOW.add({ minutes: 4 }))).toEqual([]);
    expect(await deliverDue(smtp, LEFT)).toEqual(["sent", "sent"]);
    const [first, second] = people;
    const swedish = smtp.mails.find(({ to }) => JSON.stringify(to).includes(String(first?.email)));
    const english = smtp.mails.find(({ to }) => JSON.stringify(to).includes(String(second?.email)));
    expect(swedish?.subject).toBe(mailing.subjectSv);
    expect(swedish?.text).toContain("Välkommen Person 0!");
    expect(swedish?.text).toMatch(/\/r\/[\w-]{43}/);
    expect(english?.subject).toBe(mailing.subjectEn);
    expect(english?.text).toContain("Welcome Person 1!");
    expect(english?.replyTo?.value[0]?.address).toBe(event.contactEmail);
    const { deliveries } = await listDeliveries(scope, mailing.id, 1);
    expect(deliveries.map(({ name, state }) => [name, state])).toEqual([
      ["Person 0", "SENT"],
      ["Person 1", "SENT"],
    ]);
    expect((await listMailings(scope)).progress.get(mailing.id)).toEqual({ waiting: 0, sent: 2, failed: 0, passed: 0 });
  });

  it("passes over who has left the filter when its turn comes", async () => {
    const { scope, people, sending } = await written();
    await sendMailing(scope, sending, NOW);
    await db.registration.update({ where: { id: people[0]?.id ?? "" }, data: { state: "CANCELLED" } });
    expect((await deliverDue(smtp, LEFT)).toSorted()).toEqual(["obsolete", "sent"]);
  });

  it("twice, also in the same moment, is sent once", async () => {
    const { scope, sending, mailing } = await written();
    const both = await Promise.all([sendMailing(scope, sending, NOW), sendMailing(scope, sending, NOW)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "mailing_sent" });
    expect(await mails(mailing.id)).toHaveLength(2);
    expect(await saveMailing(scope, { id: mailing.id, revision: 1, body: TEXT }, NOW)).toMatchObject({
      code: "mailing_sent",
    });
    expect(await removeMailing(scope, mailing.id, NOW)).toMatchObject({ code: "mailing_sent" });
  });

  it("is not sent to others than were shown, at a time that has been, to nobody, or as another wrote it", async () => {
    const { scope, sending, mailing } = await written();
    expect(await sendMailing(scope, { ...sending, shown: 3 }, NOW)).toMatchObject({
      code: "recipients_changed",
      detail: { count: 2 },
    });
    expect(await sendMailing(scope, { ...sending, revision: 2 }, NOW)).toMatchObject({ code: "mailing_changed" });
    expect(await sendMailing(scope, { ...sending, at: { date: "2020-01-01", time: "09:00" } }, NOW)).toMatchObject({
      code: "time_passed",
    });
    expect(await sendMailing(scope, { ...sending, at: { date: "x", time: "" } }, NOW)).toMatchObject({
      code: "time_invalid",
    });
    await db.mailing.update({ where: { id: mailing.id }, data: { filter: { q: "finns inte" } } });
    expect(await sendMailing(scope, sending, NOW)).toMatchObject({ code: "nobody" });
    expect(await mails(mailing.id)).toEqual([]);
    expect(await findMailing(scope, mailing.id)).toMatchObject({ state: "DRAFT", leavesAt: null });
  });

  it("is a draft again when it is taken back in time, and can be sent anew", async () => {
    const { scope, sending, mailing } = await written();
    await sendMailing(scope, sending, NOW);
    expect(await stopMailing(scope, mailing.id, NOW)).toMatchObject({ ok: true, value: { left: 0 } });
    expect(await findMailing(scope, mailing.id)).toMatchObject({ state: "DRAFT", recipients: null });
    expect(await stopMailing(scope, mailing.id, NOW)).toMatchObject({ code: "mailing_gone" });
    expect(await sendMailing(scope, sending, NOW)).toMatchObject({ ok: true });
    expect(await mails(mailing.id)).toHaveLength(2);
  });

  it("stops half-way with what has left, and does not stop what has left whole", async () => {
    const { scope, sending, mailing } = await written();
    await sendMailing(scope, sending, NOW);
    const [one, two] = await mails(mailing.id);
    await db.outboxMail.update({ where: { id: one?.id ?? "" }, data: { state: "SENT", sentAt: toTimestamp(LEFT) } });
    expect(await stopMailing(scope, mailing.id, LEFT)).toMatchObject({ ok: true, value: { left: 1 } });
    expect(await findMailing(scope, mailing.id)).toMatchObject({ state: "STOPPED" });
    expect((await mails(mailing.id)).map(({ id }) => id)).toEqual([one?.id]);
    expect(two).toBeDefined();

    const whole = await written();
    await sendMailing(whole.scope, whole.sending, NOW);
    expect(await deliverDue(smtp, LEFT)).toEqual(["sent", "sent"]);
    expect(await stopMailing(whole.scope, whole.mailing.id, LEFT)).toMatchObject({ code: "mailing_left" });
  });
});

it("a test comes to who asked for it, as a real person reads it, without that person's link", async () => {
  const { scope, member, people, mailing } = await written();
  const user = { userId: member.id, email: member.email, name: "Redaktören", locale: "sv" } as UserScope;
  const reference = people[1]?.reference ?? "";
  expect(await sendTest({ scope, user }, { id: mailing.id, reference, locale: "en" }, NOW)).toMatchObject({ ok: true });
  expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
  const [mail] = smtp.mails;
  expect(smtp.recipients).toEqual([[member.email]]);
  expect(mail?.subject).toBe(`Test: ${mailing.subjectEn}`);
  expect(mail?.text).toContain("Welcome Person 1!");
  expect(mail?.text).not.toContain("/r/");
  expect(await db.personalLink.count({ where: { registrationId: people[1]?.id ?? "" } })).toBe(0);
});

it("what people typed as their name is no link and no markup in what is sent", async () => {
  const { scope, people, sending } = await written();
  const name = "<b>Vinn</b> https://ond.example [x](http://ond.example) {{referens}}";
  await db.registration.update({ where: { id: people[0]?.id ?? "" }, data: { name } });
  await sendMailing(scope, sending, NOW);
  await deliverDue(smtp, LEFT);
  const mail = smtp.mails.find(({ to }) => JSON.stringify(to).includes(String(people[0]?.email)));
  expect(mail?.html).not.toContain("<b>Vinn");
  expect(`${String(mail?.html)}${String(mail?.text)}`).not.toContain("ond.example");
  expect(mail?.text).not.toContain(people[0]?.reference ?? "?");
});
