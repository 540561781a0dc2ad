import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserScope } from "@/lib/auth/scopes";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { saveOwnText, switchOwnText } from "@/lib/mailings/commands/save-own-text";
import { sendOwnTextTest } from "@/lib/mailings/commands/send-own-text-test";
import { readOwnText, tryOwnText } from "@/lib/mailings/queries/own-text-preview";
import { findOwnTexts, listOwnTexts } from "@/lib/mailings/queries/own-texts";
import { OWN_MESSAGES } from "@/lib/mailings/rules/own-messages";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { scopeOf } from "../../support/signed-in";
import { startSmtp, type TestSmtp } from "../../support/smtp-server";

const db = database();
const CONFIRMED = { message: "registration-confirmed", locale: "sv" } as const;
const WORDS = { subject: "Plats till {{namn}}", body: "# Välkommen\n\nDin plats på **{{evenemang}}** är klar." };

let smtp: TestSmtp;
beforeEach(async () => {
  await db.outboxMail.deleteMany();
  smtp = await startSmtp();
});
afterEach(() => smtp.stop());

async function house() {
  const event = await createEvent(db, { capacity: null }, NOW);
  const member = await createMember(db, event.organisationId, "EDITOR");
  const scope = await scopeOf(member.id, event.slug, NOW);
  const person = await createRegistration(db, event, { name: "Åsa Öberg", locale: "sv" }, NOW);
  const user = { userId: member.id, email: member.email, name: "Redaktören", locale: "sv" } as UserScope;
  return { event, scope, person, user };
}

describe("an own text", () => {
  it("is used from the next mail, put aside, and taken up again, each on record", async () => {
    const { event, scope, person } = await house();
    expect(await saveOwnText(scope, { ...CONFIRMED, revision: 0, words: WORDS }, NOW)).toEqual({ ok: true });
    expect((await listOwnTexts(scope)).filter(({ own }) => own.length > 0)).toEqual([
      { message: "registration-confirmed", own: ["sv"] },
    ]);
    const send = async (locale: "sv" | "en") => {
      const mail = { ...CONFIRMED, locale, to: person, eventId: event.id, registrationId: person.id };
      await inTransaction((tx) => enqueueMail(tx, mail, NOW));
      expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
      return smtp.mails.at(-1);
    };
    const own = await send("sv");
    expect(own?.subject).toBe("Plats till Åsa Öberg");
    expect(own?.text).toContain("Hej Åsa Öberg!");
    expect(own?.text).toContain(person.reference);
    expect(own?.text).not.toContain("Tack för din anmälan");
    expect((await send("en"))?.text).toContain("Thank you for registering");

    expect(await switchOwnText(scope, { ...CONFIRMED, revision: 1, inUse: false }, NOW)).toEqual({ ok: true });
    expect((await send("sv"))?.text).toContain("Tack för din anmälan");
    expect(await switchOwnText(scope, { ...CONFIRMED, revision: 2, inUse: true }, NOW)).toEqual({ ok: true });
    expect((await findOwnTexts(scope, CONFIRMED.message))?.sv).toEqual({ ...WORDS, inUse: true, revision: 3 });
    const actions = await db.auditEntry.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["own-text.saved", "own-text.reset", "own-text.restored"]);
  });

  it("is not written over by who has not seen it", async () => {
    const { scope } = await house();
    const first = { ...CONFIRMED, revision: 0, words: WORDS };
    const both = await Promise.all([saveOwnText(scope, first, NOW), saveOwnText(scope, first, NOW)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "own_text_changed" });
    expect(await switchOwnText(scope, { ...CONFIRMED, revision: 7, inUse: false }, NOW)).toMatchObject({
      code: "own_text_changed",
    });
    const none = { ...CONFIRMED, message: "event-reminder", revision: 1, inUse: false };
    expect(await switchOwnText(scope, none, NOW)).toMatchObject({ code: "own_text_gone" });
  });

  it.each([
    [{ message: "sign-in" }, WORDS, "message_unknown"],
    [{ message: "constructor" }, WORDS, "message_unknown"],
    [{}, { ...WORDS, subject: "" }, "text_required"],
    [{}, { ...WORDS, body: "x".repeat(10_001) }, "text_too_long"],
    [{}, { ...WORDS, subject: "a\r\nBcc: x@example.org" }, "text_malformed"],
    [{}, { ...WORDS, body: ["x"] }, "text_malformed"],
    [{}, { ...WORDS, body: "{{lösenord}}" }, "text_field_unknown"],
    [{ message: "registration-lapsed" }, { ...WORDS, body: "{{kategori}}" }, "text_field_unknown"],
    [{}, { ...WORDS, body: "[x](javascript:alert)" }, "text_link"],
  ])("is refused: %j %j", async (which, words, code) => {
    const { scope } = await house();
    expect(await saveOwnText(scope, { ...CONFIRMED, ...which, revision: 0, words }, NOW)).toMatchObject({ code });
    expect(await db.ownText.count({ where: { eventId: scope.eventId } })).toBe(0);
  });

  it("belongs to its event alone", async () => {
    const { scope, person } = await house();
    const other = await house();
    await saveOwnText(scope, { ...CONFIRMED, revision: 0, words: WORDS }, NOW);
    expect((await findOwnTexts(other.scope, CONFIRMED.message))?.sv).toBeNull();
    expect(await switchOwnText(other.scope, { ...CONFIRMED, revision: 1, inUse: false }, NOW)).toMatchObject({
      code: "own_text_gone",
    });
    const asked = { ...CONFIRMED, eventId: other.scope.eventId, reference: person.reference };
    expect(await readOwnText(asked, NOW)).toMatchObject({ code: "person_gone" });
    const theirs = { ...CONFIRMED, reference: person.reference };
    expect(await sendOwnTextTest(other, theirs, NOW)).toMatchObject({ code: "person_gone" });
  });
});

describe("reading it first", () => {
  it("shows it as a real person would read it, without that person's own link", async () => {
    const { event, scope, person } = await house();
    const asked = { ...CONFIRMED, eventId: event.id, reference: person.reference };
    const tried = await tryOwnText(asked, WORDS, NOW);
    expect(tried).toMatchObject({ ok: true, value: { letter: { subject: "Plats till Åsa Öberg" } } });
    const shown = tried.ok ? tried.value.letter : null;
    expect(shown?.text).toContain(person.reference);
    expect(shown?.html).not.toContain("/r/");
    expect(await tryOwnText(asked, { ...WORDS, body: "{{x}}" }, NOW)).toMatchObject({ code: "text_field_unknown" });
    expect(await tryOwnText({ ...asked, message: "sign-in" }, WORDS, NOW)).toMatchObject({ code: "message_unknown" });
    expect(await findOwnTexts(scope, CONFIRMED.message)).toMatchObject({ sv: null });
  });

  it("offers no field that its letter does not fill in, in any message", async () => {
    const { event, scope, person } = await house();
    for (const { message } of await listOwnTexts(scope)) {
      const read = await readOwnText({ eventId: event.id, message, locale: "sv", reference: person.reference }, NOW);
      expect(read.ok && Object.keys(read.value.letter.letter?.fields ?? {}), message).toEqual(
        expect.arrayContaining([...OWN_MESSAGES[message]]),
      );
    }
  });

  it("is tried on who is signed in", async () => {
    const { scope, person, user } = await house();
    await saveOwnText(scope, { ...CONFIRMED, revision: 0, words: WORDS }, NOW);
    const asked = { ...CONFIRMED, reference: person.reference };
    expect(await sendOwnTextTest({ scope, user }, asked, NOW)).toMatchObject({ ok: true });
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    expect(smtp.mails.at(-1)?.subject).toBe("Prov: Plats till Åsa Öberg");
    expect(await sendOwnTextTest({ scope, user }, { ...asked, message: "my-link" }, NOW)).toMatchObject({
      code: "message_unknown",
    });
  });
});
