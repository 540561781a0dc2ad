import { beforeEach, describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { whyUndelivered } from "@/lib/mail/rules/why-undelivered";
import { database } from "@/lib/platform/db";
import { liftAddress } from "@/lib/registrations/commands/lift-address";
import { sendMailAgain } from "@/lib/registrations/commands/send-mail-again";
import { parseMailQuery } from "@/lib/reports/mail-schema";
import { findEventMail, listEventMails } from "@/lib/reports/queries/event-mails";
import { listSuppressedRecipients } from "@/lib/reports/queries/suppressed-addresses";
import { NOW } from "@/tests/support/clock";
import { deliverDue } from "@/tests/support/delivering";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createInvitation } from "@/tests/support/factories/invitation";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration } from "@/tests/support/factories/registration";
import { createSession } from "@/tests/support/factories/session";
import { createUndelivered } from "@/tests/support/factories/undelivered";
import { startSmtp } from "@/tests/support/smtp-server";

const db = database();
const LATER = NOW.add({ minutes: 10 });

let event: CreatedEvent;
let scope: EventScope;

beforeEach(async () => {
  event = await createEvent(db, {}, NOW);
  const { id: userId } = await createMember(db, event.organisationId, "EDITOR");
  const { id: eventId, organisationId } = event;
  scope = { eventId, organisationId, userId, role: "EDITOR", reach: { kind: "whole-event" } } as EventScope;
});

async function undelivered(wishes: Parameters<typeof createRegistration>[2] = {}) {
  const { id: registrationId, name, email } = await createRegistration(db, event, wishes, NOW);
  const { organisationId } = event;
  const mailId = await createUndelivered(db, { organisationId, eventId: event.id, registrationId, name, email }, NOW);
  return { registrationId, name, email, mailId };
}

const list = (of: EventScope, raw: Record<string, string> = {}) => listEventMails(of, parseMailQuery(raw), LATER);

describe("the list of an event's mails", () => {
  it("says of each what became of it and why, and counts by state", async () => {
    const { mailId, name, email } = await undelivered();
    const mail = { eventId: event.id, locale: "sv", notBefore: new Date(NOW.epochMilliseconds) } as const;
    await db.outboxMail.createMany({
      data: [
        { ...mail, message: "registration-changed", toEmail: "a@example.org", state: "QUEUED" },
        { ...mail, message: "event-reminder", toEmail: "b@example.org", state: "SUPPRESSED", lastError: "declined" },
        { ...mail, message: "event-reminder", toEmail: "c@example.org", state: "SENT", sentAt: mail.notBefore },
      ],
    });
    const { tabs, rows, oldestSeconds } = await list(scope);
    expect(tabs).toEqual({ all: 4, waiting: 1, sent: 1, undelivered: 1, declined: 1, obsolete: 0 });
    expect(oldestSeconds).toBe(600);
    expect(rows.find(({ id }) => id === mailId)).toMatchObject({
      name,
      email,
      tab: "undelivered",
      why: "address_dead",
    });
    expect((await list(scope, { state: "undelivered" })).rows).toHaveLength(1);
    expect((await list(scope, { q: "C@example" })).rows).toMatchObject([{ email: "c@example.org" }]);
    expect((await list(scope, { state: "x", page: "-1", q: "\0" })).rows).toHaveLength(4);
  });

  it("shows nobody protected to who may not see them, and who hosts sessions only their own", async () => {
    const { mailId } = await undelivered({ protectedIdentity: true });
    const viewer = { ...scope, role: "VIEWER" } as EventScope;
    expect((await list(viewer)).tabs.all).toBe(0);
    expect(await findEventMail(viewer, mailId)).toBeNull();
    const session = await createSession(db, event, { capacity: 5, hostOrganisationId: event.organisationId });
    const host = { ...viewer, reach: { kind: "hosted-sessions", organisationId: event.organisationId } } as EventScope;
    await undelivered();
    const { email } = await undelivered({ sessionIds: [session.id] });
    expect((await list(host)).rows.map((row) => row.email)).toEqual([email]);
    expect(await listSuppressedRecipients(host)).toEqual([]);
  });

  it.each([
    ["EENVELOPE RCPT TO 550 5.1.1", "address_dead"],
    ["DSN 5.1.1", "address_dead"],
    ["DSN delayed 4.4.1", "delayed"],
    ["EENVELOPE RCPT TO 552 5.2.2", "mailbox_full"],
    ["EENVELOPE RCPT TO 550 5.7.1", "policy"],
    ["EENVELOPE RCPT TO 451 4.7.1", "asked_to_wait"],
    ["EENVELOPE RCPT TO 550", "refused"],
    ["EMESSAGE DATA 554", "content"],
    ["EAUTH AUTH PLAIN 535", "sender_refused"],
    ["ECONNECTION CONN", "server_silent"],
    ["too slow", "server_silent"],
    ["suppressed 5.1.1", "suppressed"],
    ["declined", "declined"],
    ["invalid address", "address_invalid"],
    ["not composed", "not_composed"],
    [null, null],
  ])("reads %s as %s", (noted, why) => {
    expect(whyUndelivered(noted)).toBe(why);
  });
});

describe("sending again", () => {
  it("to a mended address mends the registration and booking, and the mail arrives there", async () => {
    const { mailId, registrationId } = await undelivered();
    const email = "Ratt.Adress@example.org";
    expect(await sendMailAgain(scope, { id: mailId, email }, LATER)).toMatchObject({ ok: true });
    const smtp = await startSmtp();
    expect(await deliverDue(smtp, LATER)).toContain("sent");
    await smtp.stop();
    expect(smtp.recipients).toContainEqual([email]);
    const registration = await db.registration.findUniqueOrThrow({
      where: { id: registrationId },
      include: { booking: true },
    });
    expect(registration).toMatchObject({
      email,
      emailNormalised: email.toLowerCase(),
      booking: { registrantEmail: email },
    });
    expect((await list(scope)).tabs).toMatchObject({ undelivered: 0, obsolete: 1, sent: 1 });
    expect(await sendMailAgain(scope, { id: mailId, email }, LATER)).toMatchObject({ code: "mail_gone" });
  });

  it("to the same address lifts its bar; another address's stays", async () => {
    const [one, other] = [await undelivered(), await undelivered()];
    expect(await listSuppressedRecipients(scope)).toHaveLength(2);
    expect(await sendMailAgain(scope, { id: one.mailId, email: one.email }, LATER)).toMatchObject({ ok: true });
    expect((await listSuppressedRecipients(scope)).map(({ address }) => address)).toEqual([other.email]);
    expect(await liftAddress(scope, other.email, LATER)).toMatchObject({ ok: true });
    expect(await listSuppressedRecipients(scope)).toEqual([]);
    expect(await liftAddress(scope, other.email, LATER)).toMatchObject({ code: "mail_gone" });
  });

  it("changes nothing when somebody else has the address, or it is none, or the mail was declined, or the reader may not", async () => {
    const { mailId, registrationId, email } = await undelivered();
    const taken = await createRegistration(db, event, {}, NOW);
    const invited = await createInvitation(db, event.id, { registrationId, email, emailNormalised: email });
    for (const [given, code] of [
      [taken.email, "address_taken"],
      ["inte en adress", "address_invalid"],
    ] as const)
      expect(await sendMailAgain(scope, { id: mailId, email: given }, LATER)).toMatchObject({ code });
    const viewer = { ...scope, role: "VIEWER" } as EventScope;
    expect(await sendMailAgain(viewer, { id: mailId, email }, LATER)).toMatchObject({ code: "mail_gone" });
    const foreign = { ...scope, eventId: (await createEvent(db, {}, NOW)).id } as EventScope;
    expect(await sendMailAgain(foreign, { id: mailId, email }, LATER)).toMatchObject({ code: "mail_gone" });
    expect(await liftAddress(foreign, email, LATER)).toMatchObject({ code: "mail_gone" });
    await db.outboxMail.update({ where: { id: mailId }, data: { state: "SUPPRESSED", lastError: "declined" } });
    expect(await sendMailAgain(scope, { id: mailId, email }, LATER)).toMatchObject({ code: "mail_declined" });
    expect(await db.registration.findUniqueOrThrow({ where: { id: registrationId } })).toMatchObject({ email });
    expect(await db.invitation.findUniqueOrThrow({ where: { id: invited.id } })).toMatchObject({ email });
  });
});
