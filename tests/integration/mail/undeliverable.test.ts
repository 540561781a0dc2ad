import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { POST as postBounce } from "@/app/api/mail/bounces/route";
import { toTimestamp } from "@/lib/core/clock";
import { enqueueMail, type MailMessage } from "@/lib/mail/commands/enqueue-mail";
import { recordReport } from "@/lib/mail/commands/record-report";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { checkHealth } from "@/lib/platform/health";
import { openSmtp } from "@/lib/platform/smtp";
import { NOW } from "@/tests/support/clock";
import { deliverDue } from "@/tests/support/delivering";
import { deliveryStatus } from "@/tests/support/delivery-status";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createRegistration } from "@/tests/support/factories/registration";
import { startSmtp, type TestSmtp } from "@/tests/support/smtp-server";

const db = database();
const OWN = { envelope: "studs@example.org", host: "samling.example.org" };
const TO = "Finns.Inte@example.org";

let smtp: TestSmtp;
let event: CreatedEvent;

beforeEach(async () => {
  await db.outboxMail.deleteMany();
  await db.suppressedAddress.deleteMany();
  smtp = await startSmtp();
  event = await createEvent(db, { capacity: null }, NOW);
});
afterEach(() => smtp.stop());

/** A mail to the same address about a registration of its own; its row's id. */
async function enqueued(message: MailMessage, now = NOW, at: CreatedEvent = event): Promise<string> {
  const { id: registrationId } = await createRegistration(db, at, {}, NOW);
  const mail = { message, locale: "sv", registrationId, eventId: at.id, to: { name: null, email: TO } } as const;
  await enqueueMail(db, mail, now);
  return (await db.outboxMail.findFirstOrThrow({ where: { registrationId }, select: { id: true } })).id;
}

const rowOf = (id: string) =>
  db.outboxMail.findUniqueOrThrow({
    where: { id },
    select: { state: true, lastError: true, failedAt: true, sentAt: true, attempts: true },
  });
const suppressed = () =>
  db.suppressedAddress.findMany({
    select: { organisationId: true, address: true, scope: true, source: true, reason: true },
  });

describe("an address that the server says does not exist", () => {
  it("gets no further mail of that organisation, and each mail says why", async () => {
    smtp.behave = { recipient: () => "550 5.1.1 No such user" };
    const first = await enqueued("registration-confirmed");
    expect(await deliverDue(smtp, NOW)).toEqual(["failed"]);
    expect(await rowOf(first)).toMatchObject({ state: "FAILED", failedAt: toTimestamp(NOW) });
    expect(await suppressed()).toEqual([
      {
        organisationId: event.organisationId,
        address: TO.toLowerCase(),
        ...{ scope: "ALL", source: "SMTP", reason: "5.1.1" },
      },
    ]);
    smtp.behave = {};
    const second = await enqueued("registration-changed", NOW.add({ minutes: 1 }));
    expect(await deliverDue(smtp, NOW.add({ minutes: 1 }))).toEqual(["suppressed"]);
    expect(await rowOf(second)).toMatchObject({ state: "SUPPRESSED", lastError: "suppressed 5.1.1", sentAt: null });
    expect(smtp.mails).toEqual([]);
  });

  it("is another organisation's own affair", async () => {
    smtp.behave = { recipient: () => "550 5.1.1 No such user" };
    await enqueued("registration-confirmed");
    await deliverDue(smtp, NOW);
    smtp.behave = {};
    await enqueued("registration-changed", NOW, await createEvent(db, {}, NOW));
    expect(await deliverDue(smtp, NOW.add({ minutes: 1 }))).toEqual(["sent"]);
  });

  it("is tried again when somebody registers with it anew, and lives when the mail is taken", async () => {
    smtp.behave = { recipient: () => "550 5.1.1 No such user" };
    await enqueued("registration-confirmed");
    await deliverDue(smtp, NOW);
    const later = NOW.add({ hours: 1 });
    await enqueued("registration-confirmed", later);
    expect(await deliverDue(smtp, later)).toEqual(["failed"]);
    expect(await suppressed()).toHaveLength(1);
    smtp.behave = {};
    await enqueued("registration-confirmed", later.add({ hours: 1 }));
    expect(await deliverDue(smtp, later.add({ hours: 1 }))).toEqual(["sent"]);
    expect(await suppressed()).toEqual([]);
  });

  it.each(["550 5.7.1 Policy", "552 5.2.2 Full", "550 No", "554 5.6.0 Content"] as const)(
    "is not one that is refused with %s",
    async (answer) => {
      smtp.behave = { recipient: () => answer };
      await enqueued("registration-confirmed");
      expect(await deliverDue(smtp, NOW)).toEqual(["failed"]);
      expect(await suppressed()).toEqual([]);
    },
  );

  it("is not kept of somebody who was erased", async () => {
    const id = await enqueued("registration-confirmed");
    await db.outboxMail.update({ where: { id }, data: { params: { forgetAddress: true } } });
    smtp.behave = { recipient: () => "550 5.1.1 No such user" };
    expect(await deliverDue(smtp, NOW)).toEqual(["failed"]);
    expect(await suppressed()).toEqual([]);
  });
});

describe("a report that a mail came back", () => {
  const sent = async () => {
    const id = await enqueued("registration-confirmed");
    await deliverDue(smtp, NOW, undefined, { bounces: OWN.envelope });
    return id;
  };
  const report = (raw: Parameters<typeof deliveryStatus>[0], at = NOW.add({ minutes: 5 })) =>
    recordReport(Buffer.from(deliveryStatus(raw)), OWN, at);

  it("goes to the envelope sender, marks the mail and suppresses the address", async () => {
    const id = await sent();
    expect(smtp.senders).toEqual([`studs+${id}@example.org`]);
    const [to = ""] = smtp.senders;
    expect(await report({ to, action: "failed", status: "5.1.1" })).toBe("failed");
    expect(await rowOf(id)).toMatchObject({ state: "FAILED", lastError: "DSN 5.1.1", sentAt: null });
    expect(await suppressed()).toMatchObject([{ address: TO.toLowerCase(), source: "DSN", reason: "5.1.1" }]);
    expect(await report({ to, action: "failed", status: "5.1.1" })).toBe("ignored");
  });

  it("is recognised by the returned Message-ID as well", async () => {
    const id = await sent();
    const messageId = `<${id}@samling.example.org>`;
    expect(await report({ to: "info@example.org", action: "failed", status: "5.7.1", messageId })).toBe("failed");
    expect(await rowOf(id)).toMatchObject({ state: "FAILED", lastError: "DSN 5.7.1" });
    expect(await suppressed()).toEqual([]);
  });

  it("of a delay is noted, of anything else, anybody else's or a made-up mail ignored", async () => {
    const id = await sent();
    const to = `studs+${id}@example.org`;
    expect(await report({ to, action: "delayed", status: "4.4.1" })).toBe("delayed");
    expect(await rowOf(id)).toMatchObject({ state: "SENT", lastError: "DSN delayed 4.4.1" });
    expect(await report({ to, action: "delivered", status: "2.0.0" })).toBe("ignored");
    const stranger = "0198c0de-1234-7abc-8def-0123456789ab";
    expect(await report({ to: `studs+${stranger}@example.org`, action: "failed", status: "5.1.1" })).toBe("ignored");
    const waiting = await enqueued("registration-confirmed");
    expect(await report({ to: `studs+${waiting}@example.org`, action: "failed", status: "5.1.1" })).toBe("ignored");
    expect(await recordReport(Buffer.from("Subject: Hej\r\n\r\nHej"), OWN, NOW)).toBe("ignored");
    expect(await suppressed()).toEqual([]);
  });

  it("is taken by the route from who knows the secret, raw or in a form", async () => {
    const SECRET = env().BOUNCE_SECRET;
    const post = (body: BodyInit, headers: Record<string, string>) =>
      postBounce(new Request("http://x/api/mail/bounces", { method: "POST", body, headers }), undefined);
    const raw = async () =>
      deliveryStatus({ to: `studs+${await sent()}@example.org`, action: "failed", status: "5.1.1" });
    const type = { "content-type": "message/rfc822" };
    const key = { authorization: `Bearer ${SECRET}` };
    expect((await post(await raw(), { ...type, ...key })).status).toBe(200);
    expect(await db.outboxMail.count({ where: { state: "FAILED" } })).toBe(1);
    expect((await post(await raw(), type)).status).toBe(401);
    expect((await post(await raw(), { ...type, authorization: `Bearer ${SECRET}x` })).status).toBe(401);
    expect((await post("{}", { ...key, "content-type": "application/json" })).status).toBe(415);
    expect((await post("x".repeat(1024 * 1024 + 1), { ...type, ...key })).status).toBe(413);
    await db.suppressedAddress.deleteMany();
    const form = new FormData();
    form.append("email", await raw());
    const answer = await post(form, key);
    expect([answer.status, await answer.json()]).toEqual([200, { report: "failed" }]);
  });
});

describe("the health check", () => {
  it("tells of failures in the last hour and of leases that ran out, and alarms after a quarter of an hour", async () => {
    smtp.behave = { recipient: () => 550 };
    await enqueued("registration-confirmed");
    await deliverDue(smtp, NOW);
    expect(await checkHealth(NOW.add({ minutes: 59 }))).toMatchObject({
      status: "ok",
      queue: { failedLastHour: 1, expiredLeases: 0 },
    });
    expect(await checkHealth(NOW.add({ minutes: 61 }))).toMatchObject({ queue: { failedLastHour: 0 } });
    const id = await enqueued("registration-confirmed");
    await db.outboxMail.update({ where: { id }, data: { state: "SENDING", leasedUntil: toTimestamp(NOW) } });
    const minutes = (n: number) => checkHealth(NOW.add({ minutes: n }));
    expect(await minutes(15)).toMatchObject({ status: "ok", queue: { status: "ok", expiredLeases: 1 } });
    expect(await minutes(16)).toMatchObject({ status: "unavailable", queue: { status: "stalled", expiredLeases: 1 } });
  });
});

describe("a signed mail", () => {
  it("carries a DKIM signature over the headers that matter", async () => {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    await enqueued("registration-confirmed");
    const signing = { domain: "example.org", selector: "samling", privateKey };
    const signed = openSmtp(1, smtp.url, { connect: 5_000, greet: 5_000, silence: 5_000 }, signing);
    expect(await deliverDue(smtp, NOW, undefined, { smtp: signed })).toEqual(["sent"]);
    const signature = String(smtp.mails[0]?.headerLines.find(({ key }) => key === "dkim-signature")?.line);
    expect(signature).toMatch(/d=example\.org;[\s\S]*s=samling;/);
    for (const header of ["from", "to", "subject", "reply-to", "message-id"])
      expect(signature.toLowerCase()).toContain(header);
  });
});
