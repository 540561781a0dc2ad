import { setTimeout } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { currentInstant } from "@/lib/core/clock";
import { newAddress } from "../support/attendee";
import { createRegistration } from "../support/factories/registration";
import { createSession } from "../support/factories/session";
import { type Changes, type PlainForm, readForm, sendForm } from "../support/plain-form";
import { siteDatabase, siteEvent } from "../support/site-database";

const text = (length: number) => "å".repeat(length / 2);
const good = (): Changes => ({ name: ["Åsa Öberg"], email: [newAddress("dalig")], consent: ["on"] });

/** An event of two days with a session one signs up for, its form as old as a person needs, and what is written for it. */
async function openForm() {
  const event = await siteEvent("daliga", { dayCount: 2 });
  const session = await createSession(siteDatabase(), event, { capacity: 10 });
  const form = await readForm(`/events/${event.slug}/register`);
  await setTimeout(2_100);
  const where = { eventId: event.id };
  const written = async () => ({
    registrations: await siteDatabase().registration.count({ where }),
    bookings: await siteDatabase().booking.count({ where }),
    mails: await siteDatabase().outboxMail.count({ where }),
    audit: await siteDatabase().auditEntry.count({ where }),
    keys: await siteDatabase().idempotencyKey.count({ where }),
  });
  return { event, session, form, written };
}

const NOTHING = { registrations: 0, bookings: 0, mails: 0, audit: 0, keys: 0 };

test("what is wrong in a form posted without scripts is said in words, and nothing is written", async () => {
  const { form, written } = await openForm();
  const other = await siteEvent("annat", { dayCount: 3 });
  const foreign = await createSession(siteDatabase(), other, { capacity: 10 });
  const file = new Blob(["name"], { type: "text/plain" });
  const wrong: [what: string, changes: Changes, words: string][] = [
    ["nothing filled in", {}, "3 svar behöver rättas"],
    ["a missing address", { ...good(), email: [] }, "E-postadress: Fyll i det här."],
    ["only spaces", { ...good(), name: ["   "] }, "Namn: Fyll i det här."],
    ["a repeated name", { ...good(), name: ["Åsa", "Eva"] }, "Namn: Svaret har fel form."],
    [
      "a repeated address",
      { ...good(), email: [newAddress("a"), newAddress("b")] },
      "E-postadress: Svaret har fel form.",
    ],
    ["a file for a name", { ...good(), name: [file] }, "Namn: Svaret har fel form."],
    ["an object for a name", { ...good(), name: [], "name[first]": ["Åsa"] }, "Namn: Fyll i det här."],
    ["a megabyte, nearly", { ...good(), name: [text(900_000)] }, "Namn: Texten är för lång."],
    ["line breaks in a name", { ...good(), name: ["Åsa\r\nBcc: alla@example.org"] }, "Namn: Texten innehåller tecken"],
    ["line breaks in an address", { ...good(), email: ["a@example.org\r\nBcc: b@example.org"] }, "E-postadress: "],
    ["NUL", { ...good(), jobTitle: ["\0"] }, "Befattning: Texten innehåller tecken"],
    [
      "markup for an address",
      { ...good(), email: ["<script>alert(1)</script>"] },
      "E-postadress: Skriv en fullständig",
    ],
    ["no day", { ...good(), days: [] }, "Välj minst en dag."],
    ["another event's day", { ...good(), days: ["2019-01-01"] }, "Valet finns inte för det här evenemanget."],
    ["another event's session", { ...good(), sessions: [foreign.id] }, "Valet finns inte för det här evenemanget."],
    ["another event's category", { ...good(), category: ["talare"] }, "Valet finns inte för det här evenemanget."],
    ["another event's form", { ...good(), event: [other.slug] }, "Formuläret behövde förnyas."],
    ["no event", { ...good(), event: [] }, "Evenemanget finns inte."],
    ["two events", { ...good(), event: [other.slug, other.slug] }, "Evenemanget finns inte."],
    ["no stamp", { ...good(), stamp: [] }, "Formuläret behövde förnyas."],
    ["the trap", { ...good(), website: ["https://example.org"] }, "Ett dolt fält"],
  ];
  for (const [what, changes, words] of wrong) {
    const answer = await sendForm(form, changes);
    expect(answer.status, what).toBe(200);
    expect(answer.html.replaceAll("<!-- -->", ""), what).toContain(words);
    expect(answer.html, what).toMatch(/<title>Fel: /);
    expect(answer.html, what).not.toContain("<script>alert");
  }
  const tooLarge = await sendForm(form, { ...good(), name: [text(1_200_000)] });
  expect(tooLarge.status).toBe(413);
  expect(tooLarge.html).toContain("Det du skickade är för stort");
  expect(await written()).toEqual(NOTHING);
  expect(await siteDatabase().registration.count({ where: { eventId: other.id } })).toBe(0);
});

test("emoji and markup are just text; sent twice at once, one registration is written", async () => {
  const { form, session, written } = await openForm();
  const changes: Changes = {
    ...good(),
    name: ["<script>alert(1)</script> 🦊"],
    sessions: [session.id, session.id],
    state: ["CANCELLED"],
    reference: ["AAAA-AAAA"],
    priceOre: ["0"],
  };
  const answers = await Promise.all([1, 2, 3].map(() => sendForm(form, changes)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  const [location] = new Set(answers.map((answer) => answer.location));
  expect(answers.every((answer) => answer.location === location)).toBe(true);
  expect(await written()).toMatchObject({ registrations: 1, bookings: 1, mails: 1, keys: 1 });
  const [registration] = await siteDatabase().registration.findMany({
    where: { email: String(changes["email"]?.[0]) },
  });
  expect(registration).toMatchObject({ name: "<script>alert(1)</script> 🦊", state: "CONFIRMED" });
  expect(registration?.reference).not.toBe("AAAA-AAAA");
  expect(location).toContain(registration?.reference);
});

test("after the last day, or once full, a form opened before is refused in words", async () => {
  const { event, form, written } = await openForm();
  const db = siteDatabase();
  await createRegistration(db, event, { reference: event.slug, email: newAddress("forst") }, currentInstant());
  await db.quota.updateMany({ where: { eventId: event.id, sessionId: null }, data: { capacity: 1 } });
  const before = await written();
  expect((await sendForm(form, good())).html).toContain("Alla platser är tagna.");
  await db.event.update({
    where: { id: event.id },
    data: { lastRegistrationDay: new Date("2020-01-31"), registrationOpensOn: null },
  });
  expect((await sendForm(form, good())).html).toContain("Anmälan är stängd.");
  expect(await written()).toEqual(before);
});

test("a form no page of ours made is refused with 400, in the visitor's language, and nothing is written", async () => {
  const { event, form, written } = await openForm();
  const forged: [what: string, changes: Changes][] = [
    ...["", "{", "[]", "null", "[1,2,3]", '["$F1"]', '["$9"]', "\0"].map((state): [string, Changes] => [
      `state ${JSON.stringify(state)}`,
      { ...good(), "$ACTION_1:1": [state] },
    ]),
    ["no state", { ...good(), "$ACTION_1:1": [] }],
    [
      "another action's state",
      { ...good(), "$ACTION_1:0": [(field(form, "$ACTION_1:0") ?? "").replace("$@1", "$@7")] },
    ],
    ["no action", { ...good(), $ACTION_REF_1: [], "$ACTION_1:0": [], "$ACTION_1:1": [], $ACTION_KEY: [] }],
  ];
  for (const [what, changes] of forged) {
    const answer = await sendForm(form, changes);
    expect([answer.status, what]).toEqual([400, what]);
    expect(answer.html, what).toContain("Formuläret gick inte att läsa");
  }
  for (const origin of ["https://evil.example", "null", "::::"]) {
    expect((await sendForm(form, good(), { origin })).status, origin).toBe(400);
  }
  const english = { ...form, path: `/en${form.path}` };
  expect((await sendForm(english, { ...good(), "$ACTION_1:1": ["{"] })).html).toContain("The form could not be read");
  const earlierBuild = (field(form, "$ACTION_1:0") ?? "").replace(/"id":"[0-9a-f]+"/, `"id":"${"a".repeat(42)}"`);
  const outdated = await sendForm(form, { ...good(), "$ACTION_1:0": [earlierBuild] });
  expect([outdated.status, outdated.html]).toEqual([409, expect.stringContaining("Sidan har förnyats")]);
  expect(await written()).toEqual(NOTHING);
  expect(await siteDatabase().registration.count({ where: { eventId: event.id } })).toBe(0);
});

test("forged state that reads as a state is drawn again as a form, never as an error", async () => {
  const { form, written } = await openForm();
  for (const state of ['"x"', '[{"attempt":"x"}]', '[{"values":5,"messages":7,"hidden":"<script>"}]', '["$K1"]']) {
    const answer = await sendForm(form, { "$ACTION_1:1": [state] });
    expect([answer.status, state]).toEqual([200, state]);
    expect(answer.html).toContain("3 svar behöver rättas");
  }
  expect(await written()).toEqual(NOTHING);
});

const field = (form: PlainForm, name: string) => form.fields.find(([one]) => one === name)?.[1];
