import type { ParsedMail } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { consumeSignIn } from "@/lib/auth/commands/consume-sign-in";
import { issueSignInSecrets } from "@/lib/auth/commands/issue-sign-in-secrets";
import { requestSignIn } from "@/lib/auth/commands/request-sign-in";
import { openRegistration } from "@/lib/auth/personal-link-gate";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { NOW } from "@/tests/support/clock";
import { deliverDue } from "@/tests/support/delivering";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { person, register, scopeOf } from "@/tests/support/registering";
import { startSmtp, type TestSmtp } from "@/tests/support/smtp-server";
import { type Component, moment, strictCalendar, text } from "@/tests/support/strict-calendar";

let smtp: TestSmtp;
let event: CreatedEvent;

beforeEach(async () => {
  await database().outboxMail.deleteMany();
  smtp = await startSmtp();
  event = await createEvent(database(), { dayCount: 2 }, NOW);
});
afterEach(() => smtp.stop());

async function registered(fields: Record<string, unknown> = {}, locale: "sv" | "en" = "sv"): Promise<string> {
  const answer = await register(event.slug, person(fields), NOW, { locale });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.reference;
}

function only(mails: readonly ParsedMail[]): ParsedMail {
  const [mail] = mails;
  if (!mail || mails.length !== 1) throw new Error(`${mails.length} mails`);
  return mail;
}

function tokenIn(mail: ParsedMail, path: string): string {
  const token = new RegExp(`^http://localhost:3000${path}([\\w-]{43})$`, "m").exec(mail.text ?? "")?.[1];
  if (!token) throw new Error("no personal link");
  return token;
}

/** The calendar file, from the part beside the text; the attached file must be the same. */
function calendarIn(mail: ParsedMail): { calendar: Component; entry: Component; file: string } {
  const parts = mail.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
  expect(parts.map(({ contentType }) => contentType).toSorted()).toEqual(["application/ics", "text/calendar"]);
  expect(parts.find(({ contentType }) => contentType === "application/ics")?.filename).toBe("event.ics");
  const files = parts.map(({ content }) => content.toString("utf8"));
  expect(files[0]).toBe(files[1]);
  const calendar = strictCalendar(files[0] ?? "");
  const entry = calendar.parts.find((part) => part.name === "VEVENT");
  if (!entry) throw new Error("no entry");
  return { calendar, entry, file: files[0] ?? "" };
}

describe("the mail to somebody who registers", () => {
  it("confirms in their language, with a link that opens their registration and nobody else's", async () => {
    const reference = await registered({ name: "Åsa Öberg" });
    await registered({}, "en");
    expect(await deliverDue(smtp, NOW)).toEqual(["sent", "sent"]);
    const swedish = smtp.mails.find((mail) => mail.subject?.startsWith("Du är anmäld"));
    const english = smtp.mails.find((mail) => mail.subject?.startsWith("You are registered"));
    if (!swedish || !english) throw new Error("not both languages");
    expect(swedish.text).toContain("Hej Åsa Öberg!");
    expect(swedish.text).toContain(reference);
    expect(english.html).toContain('<html lang="en">');
    const opened = await openRegistration(tokenIn(swedish, "/r/"), NOW);
    expect(opened).toMatchObject({ ok: true, value: { reference } });
    expect(await openRegistration(tokenIn(english, "/en/r/"), NOW)).toMatchObject({ ok: true });
    const end = event.days[1]?.date ?? new Date(0);
    const link = await database().personalLink.findFirstOrThrow({ where: { registration: { reference } } });
    const days = (link.expiresAt.getTime() - end.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(60);
    expect(days).toBeLessThan(61.1);
  });

  it("carries the calendar entry of the chosen days, without the personal link", async () => {
    const [first, second] = event.days;
    const reference = await registered({ days: [second?.date.toISOString().slice(0, 10)] });
    await deliverDue(smtp, NOW);
    const mail = only(smtp.mails);
    const { calendar, entry, file } = calendarIn(mail);
    const { id } = await database().registration.findUniqueOrThrow({ where: { reference } });
    expect(text(calendar, "METHOD")).toBe("REQUEST");
    expect(text(entry, "UID")).toBe(`${id}@localhost`);
    expect(toTimestamp(moment(calendar, entry, "DTSTART"))).toEqual(second?.opensAt);
    expect(toTimestamp(moment(calendar, entry, "DTEND"))).toEqual(second?.closesAt);
    expect(first?.opensAt).not.toEqual(second?.opensAt);
    expect(file.replaceAll("\r\n ", "")).not.toContain(tokenIn(mail, "/r/"));
    expect(file).not.toMatch(/\/r\//);
  });

  it("takes the entry back on cancelling: same UID, higher sequence", async () => {
    const reference = await registered();
    await deliverDue(smtp, NOW);
    const made = calendarIn(only(smtp.mails.splice(0)));
    expect(await cancelRegistration(await scopeOf(reference), NOW)).toMatchObject({ ok: true });
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    const mail = only(smtp.mails);
    expect(mail.subject).toMatch(/^Avbokad: /);
    const gone = calendarIn(mail);
    expect(text(gone.calendar, "METHOD")).toBe("CANCEL");
    expect(text(gone.entry, "UID")).toBe(text(made.entry, "UID"));
    expect(Number(text(gone.entry, "SEQUENCE"))).toBeGreaterThan(Number(text(made.entry, "SEQUENCE")));
  });

  it("says how it looks after a change, with the entry one version on", async () => {
    const reference = await registered();
    await deliverDue(smtp, NOW);
    const before = calendarIn(only(smtp.mails.splice(0)));
    const days = [event.days[0]?.date.toISOString().slice(0, 10)];
    expect(await changeRegistration(await scopeOf(reference), { days }, NOW)).toMatchObject({ ok: true });
    await deliverDue(smtp, NOW);
    const mail = only(smtp.mails);
    expect(mail.subject).toMatch(/^Din ändrade anmälan: /);
    const after = calendarIn(mail);
    expect(Number(text(after.entry, "SEQUENCE"))).toBe(Number(text(before.entry, "SEQUENCE")) + 1);
    expect(toTimestamp(moment(after.calendar, after.entry, "DTEND"))).toEqual(event.days[0]?.closesAt);
  });

  it("is not sent when the place was cancelled before it left, nor when the event was", async () => {
    const reference = await registered();
    await cancelRegistration(await scopeOf(reference), NOW);
    expect((await deliverDue(smtp, NOW)).toSorted()).toEqual(["obsolete", "sent"]);
    expect(only(smtp.mails.splice(0)).subject).toMatch(/^Avbokad/);
    await registered();
    await database().event.update({
      where: { id: event.id },
      data: { status: "CANCELLED", cancelledAt: toTimestamp(NOW) },
    });
    expect(await deliverDue(smtp, NOW)).toEqual(["obsolete"]);
    expect(smtp.mails).toEqual([]);
  });

  it("tells the owner of an address alone that it is registered already", async () => {
    const email = "upptagen@example.org";
    const reference = await registered({ email, name: "Den Riktiga" });
    await deliverDue(smtp, NOW);
    smtp.mails.splice(0);
    await registered({ email, name: "Någon Annan" });
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    const mail = only(smtp.mails);
    expect(mail.subject).toMatch(/^Din anmälan: /);
    expect(mail.text).toContain("Den Riktiga");
    expect(mail.text).not.toContain("Någon Annan");
    expect(await openRegistration(tokenIn(mail, "/r/"), NOW)).toMatchObject({ ok: true, value: { reference } });
  });

  it("turns no name into a link", async () => {
    await registered({ name: "Vinn på https://ond.example/x www.ond.example <b>ond@ond.example</b>" });
    await deliverDue(smtp, NOW);
    const mail = only(smtp.mails);
    for (const rendering of [mail.text, String(mail.html), calendarIn(mail).file]) {
      expect(rendering).not.toMatch(/ond\.example|https?:\/\/ond|www\.ond|<b>|@ond/);
    }
  });
});

describe("the mail to somebody who signs in", () => {
  it("holds a link and a code that work, made when it left", async () => {
    const { email } = await createMember(database(), (await createOrganisation(database())).id);
    await requestSignIn(email, "sv", "192.0.2.7", NOW);
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    const mail = only(smtp.mails.splice(0));
    const link = new URL(/^http\S+$/m.exec(mail.text ?? "")?.[0] ?? "");
    expect(link.pathname).toBe("/sign-in/confirm");
    const proof = { email: link.searchParams.get("email") ?? "", token: link.searchParams.get("token") ?? "" };
    expect(await consumeSignIn(proof, NOW)).toMatchObject({ ok: true });

    await requestSignIn(email, "sv", "192.0.2.7", NOW);
    await deliverDue(smtp, NOW);
    const code = /^ +(\d{6})$/m.exec(only(smtp.mails).text ?? "")?.[1] ?? "";
    expect(await consumeSignIn({ email, code }, NOW)).toMatchObject({ ok: true });
  });

  it("is not sent when it could no longer be used", async () => {
    const { email } = await createMember(database(), (await createOrganisation(database())).id);
    await requestSignIn(email, "sv", "192.0.2.8", NOW);
    expect(await deliverDue(smtp, NOW.add({ minutes: 10 }))).toEqual(["obsolete"]);
    const { email: other } = await createMember(database(), (await createOrganisation(database())).id);
    await requestSignIn(other, "sv", "192.0.2.8", NOW);
    const { id } = await database().signIn.findFirstOrThrow({ where: { email: other } });
    const secrets = await issueSignInSecrets(id, NOW);
    if (!secrets.ok) throw new Error(secrets.code);
    await consumeSignIn({ email: other, token: secrets.value.token }, NOW);
    expect(await deliverDue(smtp, NOW)).toEqual(["obsolete"]);
    expect(smtp.mails).toEqual([]);
  });
});
