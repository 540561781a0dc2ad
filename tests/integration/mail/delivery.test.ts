import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { claimMails } from "@/lib/mail/commands/claim-mails";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { recordAttempt } from "@/lib/mail/commands/record-attempt";
import { deliverUntil } from "@/lib/mail/delivery";
import { database } from "@/lib/platform/db";
import { NOW } from "@/tests/support/clock";
import { deliverDue, HURRIED, sendingTo } from "@/tests/support/delivering";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createRegistration } from "@/tests/support/factories/registration";
import { startSmtp, type TestSmtp } from "@/tests/support/smtp-server";

let smtp: TestSmtp;
let event: CreatedEvent;

beforeEach(async () => {
  await database().outboxMail.deleteMany();
  smtp = await startSmtp();
  event = await createEvent(database(), { capacity: null }, NOW);
});
afterEach(() => smtp.stop());

/** A confirmation in the outbox; its row's id. */
async function enqueued(to: { name?: string | null; email?: string } = {}): Promise<string> {
  const registration = await createRegistration(database(), event, {}, NOW);
  const { id: registrationId, name, email } = registration;
  const mail = { message: "registration-confirmed", locale: "sv", registrationId, eventId: event.id } as const;
  await enqueueMail(database(), { ...mail, to: { name, email, ...to } }, NOW);
  const row = await database().outboxMail.findFirstOrThrow({ where: { registrationId }, select: { id: true } });
  return row.id;
}

const stateOf = (id: string) =>
  database().outboxMail.findUniqueOrThrow({
    where: { id },
    select: { state: true, attempts: true, lastError: true, notBefore: true, leasedUntil: true, sentAt: true },
  });

describe("a mail in the outbox", () => {
  it("leaves with its own identity, sender and envelope, once", async () => {
    const id = await enqueued({ name: "Åsa Öberg", email: "Asa.Oberg@example.org" });
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    expect(await deliverDue(smtp, NOW.add({ hours: 24 }))).toEqual([]);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.recipients).toEqual([["Asa.Oberg@example.org"]]);
    const [mail] = smtp.mails;
    expect(mail?.messageId).toBe(`<${id}@samling.example.org>`);
    expect(mail?.from?.value).toEqual([{ name: "Samling", address: "no-reply@samling.example.org" }]);
    expect(mail?.replyTo?.value).toEqual([{ name: event.contactName, address: event.contactEmail }]);
    expect(mail?.to).toMatchObject({ value: [{ name: "Åsa Öberg", address: "Asa.Oberg@example.org" }] });
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.headers.get("content-language")).toBe("sv");
    expect(mail?.text).toContain("Du är anmäld");
    expect(mail?.html).toContain('<html lang="sv">');
    expect(await stateOf(id)).toMatchObject({
      state: "SENT",
      attempts: 1,
      sentAt: toTimestamp(NOW),
      leasedUntil: null,
    });
  });

  it("waits for its time", async () => {
    const id = await enqueued();
    const notBefore = toTimestamp(NOW.add({ minutes: 5 }));
    await database().outboxMail.update({ where: { id }, data: { notBefore } });
    expect(await deliverDue(smtp, NOW)).toEqual([]);
    expect(await deliverDue(smtp, NOW.add({ minutes: 5 }))).toEqual(["sent"]);
  });

  it("is tried again after a 451, and says nothing of it when it leaves", async () => {
    const id = await enqueued();
    smtp.behave = { recipient: () => 451 };
    expect(await deliverDue(smtp, NOW)).toEqual(["retry"]);
    const waiting = await stateOf(id);
    expect(waiting).toMatchObject({ state: "QUEUED", attempts: 1, lastError: "EENVELOPE RCPT TO 451" });
    expect(waiting.notBefore).toEqual(toTimestamp(NOW.add({ seconds: 15 })));
    smtp.behave = {};
    expect(await deliverDue(smtp, NOW)).toEqual([]);
    expect(await deliverDue(smtp, NOW.add({ seconds: 15 }))).toEqual(["sent"]);
    expect(await stateOf(id)).toMatchObject({ state: "SENT", attempts: 2, lastError: null });
  });

  it("fails for good at a 550, with the codes and without the address", async () => {
    const ids = [await enqueued({ email: "finns-inte@example.org" }), await enqueued()];
    smtp.behave = { recipient: (address) => (address.startsWith("finns-inte") ? 550 : undefined) };
    expect((await deliverDue(smtp, NOW)).toSorted()).toEqual(["failed", "sent"]);
    expect(await stateOf(ids[0] ?? "")).toMatchObject({ state: "FAILED", lastError: "EENVELOPE RCPT TO 550" });
    expect(await stateOf(ids[1] ?? "")).toMatchObject({ state: "SENT" });
  });

  it("fails for an address that is none, without asking the server", async () => {
    const bad = [
      "",
      "a@b",
      "x@example.org, y@example.org",
      "<x@example.org>",
      "x@example.org\r\nBcc: y@example.org",
      '"a b"@example.org',
    ];
    const ids = [];
    for (const email of bad) ids.push(await enqueued({ email }));
    expect(await deliverDue(smtp, NOW)).toEqual(bad.map(() => "failed"));
    expect(smtp.mails).toEqual([]);
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: "FAILED", lastError: "invalid address" });
  });

  it("survives a server that hangs, at the greeting, at the recipient and after the data", {
    timeout: 60_000,
  }, async () => {
    await enqueued();
    smtp.behave = { connect: () => "hang" };
    expect(await deliverDue(smtp, NOW, HURRIED)).toEqual(["retry"]);
    smtp.behave = { recipient: () => "hang" };
    expect(await deliverDue(smtp, NOW.add({ minutes: 1 }), HURRIED)).toEqual(["retry"]);
    smtp.behave = { accept: () => "hang" };
    expect(await deliverDue(smtp, NOW.add({ minutes: 2 }), HURRIED)).toEqual(["retry"]);
    smtp.behave = {};
    expect(await deliverDue(smtp, NOW.add({ minutes: 5 }))).toEqual(["sent"]);
    // The server had the third one, though it never said so: the same message twice, and known as such.
    expect(smtp.mails).toHaveLength(2);
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(1);
  });

  it("survives a server that is not there", async () => {
    const id = await enqueued();
    const gone = { url: "smtp://127.0.0.1:9" };
    expect(await deliverDue(gone, NOW)).toEqual(["retry"]);
    expect(await stateOf(id)).toMatchObject({ state: "QUEUED", attempts: 1 });
    expect(await deliverDue(smtp, NOW.add({ minutes: 1 }))).toEqual(["sent"]);
  });

  it("is given up after four days of trying", async () => {
    const id = await enqueued();
    smtp.behave = { recipient: () => 451 };
    await deliverDue(smtp, NOW.add({ hours: 95 }));
    expect(await stateOf(id)).toMatchObject({ state: "QUEUED" });
    await deliverDue(smtp, NOW.add({ hours: 96 }));
    expect(await stateOf(id)).toMatchObject({ state: "FAILED", lastError: "EENVELOPE RCPT TO 451" });
  });

  it("never makes a header of a name", async () => {
    await enqueued({ name: 'Eva\r\nBcc: ond@example.org\r\n\r\n<a href="https://ond.example">' });
    await deliverDue(smtp, NOW);
    const [mail] = smtp.mails;
    expect(mail?.headers.has("bcc")).toBe(false);
    expect(smtp.recipients).toHaveLength(1);
    expect(smtp.recipients[0]).toHaveLength(1);
    expect(JSON.stringify(mail?.to)).not.toMatch(/https:|ond\.example|@ond/);
  });

  it("of an unknown message waits for a worker that knows it", async () => {
    const id = await enqueued();
    await database().outboxMail.update({ where: { id }, data: { message: "__proto__" } });
    expect(await deliverDue(smtp, NOW)).toEqual(["retry"]);
    expect(await stateOf(id)).toMatchObject({ state: "QUEUED" });
  });
});

describe("a worker's claim", () => {
  it("keeps the mail from others until the lease has run out", async () => {
    const id = await enqueued();
    const [claimed] = await claimMails(8, NOW);
    expect(claimed?.id).toBe(id);
    expect(await claimMails(8, NOW.add({ seconds: 119 }))).toEqual([]);
    const [again] = await claimMails(8, NOW.add({ seconds: 120 }));
    expect(again).toMatchObject({ id, attempts: 2 });
  });

  it("counts for nothing once another worker has taken over", async () => {
    const id = await enqueued();
    const [slow] = await claimMails(8, NOW);
    await claimMails(8, NOW.add({ seconds: 120 }));
    if (!slow) throw new Error("nothing claimed");
    await recordAttempt(slow, { outcome: "failed", reason: "too late" }, NOW.add({ seconds: 121 }));
    expect(await stateOf(id)).toMatchObject({ state: "SENDING", attempts: 2, lastError: null });
  });

  it("is one worker's alone: two workers send two hundred mails once each", { timeout: 150_000 }, async () => {
    const { registrationId, eventId } = await database().outboxMail.findUniqueOrThrow({
      where: { id: await enqueued() },
    });
    for (let n = 1; n < 200; n++) {
      const to = { name: null, email: `mottagare-${n}@example.org` };
      const mail = { message: "registration-confirmed", locale: "en", to } as const;
      await enqueueMail(database(), { ...mail, registrationId: registrationId ?? "", eventId: eventId ?? "" }, NOW);
    }
    const done = new AbortController();
    const workers = [sendingTo(smtp.url, 8), sendingTo(smtp.url, 8)];
    const loops = workers.map((sending) => deliverUntil(done.signal, sending, () => NOW));
    await expect.poll(() => database().outboxMail.count({ where: { state: "SENT" } }), { timeout: 120_000 }).toBe(200);
    done.abort();
    await Promise.all(loops);
    for (const { smtp: pool } of workers) pool.close();
    expect(smtp.mails).toHaveLength(200);
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(200);
    expect(await database().outboxMail.count({ where: { attempts: { gt: 1 } } })).toBe(0);
  });
});
