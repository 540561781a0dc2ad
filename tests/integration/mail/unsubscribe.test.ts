import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/mail/unsubscribe/[token]/route";
import { declineMail } from "@/lib/mail/commands/decline-mail";
import { enqueueMail, type MailMessage } from "@/lib/mail/commands/enqueue-mail";
import { findMailPreferences } from "@/lib/mail/queries/mail-preferences";
import { mailOfToken, mailToken } from "@/lib/mail/rules/mail-token";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { NOW } from "@/tests/support/clock";
import { deliverDue } from "@/tests/support/delivering";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createRegistration } from "@/tests/support/factories/registration";
import { startSmtp, type TestSmtp } from "@/tests/support/smtp-server";

const db = database();
let smtp: TestSmtp;
let event: CreatedEvent;
let address: string;
let registrationId: string;

beforeEach(async () => {
  await db.outboxMail.deleteMany();
  smtp = await startSmtp();
  event = await createEvent(db, { capacity: null }, NOW);
  const registration = await createRegistration(db, event, {}, NOW);
  address = registration.email;
  registrationId = registration.id;
});
afterEach(() => smtp.stop());

async function deliver(message: MailMessage): Promise<string[]> {
  const mail = {
    message,
    locale: "sv",
    registrationId,
    eventId: event.id,
    to: { name: "Eva", email: address },
  } as const;
  await enqueueMail(db, mail, NOW);
  return deliverDue(smtp, NOW);
}

/** The address in a header of the latest mail, between angle brackets. */
function header(name: string): string {
  const line = smtp.mails.at(-1)?.headerLines.find(({ key }) => key === name)?.line ?? "";
  return line
    .slice(line.indexOf(":") + 1)
    .replaceAll(/\s+/g, " ")
    .trim();
}
const tokenIn = (url: string) => /\/unsubscribe\/([\w-]+)/.exec(url)?.[1] ?? "";
const ask = (route: typeof POST, token: string, init: RequestInit) =>
  route(new Request(`http://x/api/mail/unsubscribe/${token}`, init), { params: Promise.resolve({ token }) });
const ONE_CLICK = { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) };
const declined = async () =>
  (await db.suppressedAddress.findMany({ where: { organisationId: event.organisationId } })).map(({ scope }) => scope);

describe("a mail that can be declined", () => {
  it("says how, in its headers and below its text, and one click from anywhere ends that kind alone", async () => {
    expect(await deliver("event-reminder")).toEqual(["sent"]);
    expect(header("list-unsubscribe")).toMatch(/^<http:\/\/localhost:3000\/api\/mail\/unsubscribe\/[\w-]{43}>$/);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const token = tokenIn(header("list-unsubscribe"));
    expect(smtp.mails[0]?.text).toContain(`/u/${token}`);
    expect(smtp.mails[0]?.html).toContain(`href="http://localhost:3000/u/${token}"`);

    const shown = await ask(GET, token, {});
    expect([shown.status, shown.headers.get("location")]).toEqual([303, `http://localhost:3000/u/${token}`]);
    expect((await ask(POST, token, { method: "POST", body: new URLSearchParams({ a: "b" }) })).status).toBe(400);
    expect((await ask(POST, token, { method: "POST" })).status).toBe(400);
    expect(await declined()).toEqual([]);

    const foreign = { ...ONE_CLICK, headers: { origin: "https://mail.example.com" } };
    expect((await ask(POST, token, foreign)).status).toBe(204);
    expect((await ask(POST, token, ONE_CLICK)).status).toBe(204);
    expect(await declined()).toEqual(["REMINDERS"]);
    expect(await deliver("event-reminder")).toEqual(["suppressed"]);
    expect(await deliver("registration-changed")).toEqual(["sent"]);
    const row = await db.outboxMail.findFirstOrThrow({ where: { state: "SUPPRESSED" } });
    expect(row).toMatchObject({ lastError: "declined", failedAt: null });
  });

  it("is taken as a form with parts as well", async () => {
    await deliver("event-reminder");
    const body = new FormData();
    body.append("List-Unsubscribe", "One-Click");
    expect((await ask(POST, tokenIn(header("list-unsubscribe")), { method: "POST", body })).status).toBe(204);
    expect(await declined()).toEqual(["REMINDERS"]);
  });

  it("is not one that tells of the recipient's own registration", async () => {
    expect(await deliver("registration-confirmed")).toEqual(["sent"]);
    expect(header("list-unsubscribe")).toBe("");
    expect(smtp.mails[0]?.html).not.toContain("<!--decline-->");
    expect(smtp.mails[0]?.text).not.toContain("/u/");
  });
});

describe("the recipient's choice", () => {
  const token = async () => {
    await deliver("event-reminder");
    return tokenIn(header("list-unsubscribe"));
  };

  it("is kept exactly, for that organisation and address, and can be taken back", async () => {
    const mine = await token();
    expect(await findMailPreferences(mine)).toMatchObject({ address, kind: "REMINDERS", declined: [] });
    await declineMail(mine, { wanted: ["REMINDERS"] }, NOW);
    expect((await declined()).toSorted()).toEqual(["INVITATIONS", "NEWS"]);
    await declineMail(mine, { wanted: ["REMINDERS", "NEWS", "INVITATIONS", "ALL", "x"] }, NOW);
    expect(await declined()).toEqual([]);
    await declineMail(mine, { wanted: [] }, NOW);
    event = await createEvent(db, { capacity: null }, NOW);
    registrationId = (await createRegistration(db, event, {}, NOW)).id;
    expect(await deliver("event-reminder")).toEqual(["sent"]);
  });

  it("leaves alone what mail servers have said of the address", async () => {
    const mine = await token();
    const dead = { organisationId: event.organisationId, address, scope: "ALL", source: "SMTP" } as const;
    await db.suppressedAddress.create({ data: { ...dead, reason: "5.1.1", since: new Date(NOW.epochMilliseconds) } });
    await declineMail(mine, { wanted: ["INVITATIONS", "REMINDERS", "NEWS"] }, NOW);
    expect(await declined()).toEqual(["ALL"]);
  });

  it("is opened by no made-up or altered link, nor of somebody who is erased", async () => {
    const mine = await token();
    const id = mailOfToken(mine, env().AUTH_SECRET) ?? "";
    expect(mailToken(id, env().AUTH_SECRET)).toBe(mine);
    for (const other of [
      "",
      "x",
      `${mine}x`,
      mailToken(id, "another secret"),
      mine.replace(/^./, (c) => (c === "A" ? "B" : "A")),
    ])
      expect(await declineMail(other, "no-more", NOW)).toMatchObject({ code: "link_invalid" });
    await db.outboxMail.update({ where: { id }, data: { toEmail: `${id}@erased.invalid` } });
    expect(await findMailPreferences(mine)).toBeNull();
    expect((await ask(POST, mine, ONE_CLICK)).status).toBe(404);
  });
});
