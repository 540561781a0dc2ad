import { beforeEach, describe, expect, it } from "vitest";
import type { BookingScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { addColleagues } from "@/lib/registrations/commands/add-colleagues";
import { answerChange } from "@/lib/registrations/commands/answer-change";
import { bookColleagues } from "@/lib/registrations/commands/book-colleagues";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { deleteExpiredNeeds } from "@/lib/registrations/commands/delete-expired-needs";
import { eraseBooker } from "@/lib/registrations/commands/erase-booker";
import { erasePerson } from "@/lib/registrations/commands/erase-person";
import { retireQuestion } from "@/lib/registrations/commands/retire-question";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { findFileOfBooking, findMyFile } from "@/lib/registrations/queries/handed-out-file";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { getStoredBooking } from "@/lib/registrations/queries/stored-booking";
import { getStoredData } from "@/lib/registrations/queries/stored-data";
import { at, NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { person, register, scopeOf } from "../../support/registering";
import { PDF, PNG } from "../../support/sample-files";
import { askForFile, upload } from "../../support/sending-files";
import { scopeOf as eventScopeOf } from "../../support/signed-in";

const db = database();
beforeEach(() => db.outboxMail.deleteMany());

/** Somebody who sent a file along, at an event of their own. */
async function registered(wishes: object = {}, question: object = {}, fields: object = {}) {
  const event = await createEvent(db, wishes, NOW);
  await askForFile(event, question);
  const cv = await upload(event, NOW);
  const answer = await register(event.slug, person({ answers: { cv }, ...fields }), NOW);
  if (!answer.ok) throw new Error(answer.code);
  const scope = await scopeOf(answer.value.reference);
  const { answers } = await getRegistration(scope, NOW);
  return { event, scope, cv, kept: String(answers["cv"]), reference: answer.value.reference };
}
const names = async (eventId: string) =>
  (await db.storedFile.findMany({ where: { eventId }, select: { name: true }, orderBy: { id: "asc" } })).map(
    ({ name }) => name,
  );
const answerOf = async (scope: Parameters<typeof getRegistration>[0]) =>
  String((await getRegistration(scope, NOW)).answers["cv"]);

describe("changing a registration with a file", () => {
  it("keeps it, replaces it and removes it; what is replaced is gone", async () => {
    const { event, scope, kept } = await registered();
    const change = (answers: object) => changeRegistration(scope, { answers }, NOW);
    expect(await change({ cv: kept })).toMatchObject({ ok: true });
    expect(await answerOf(scope)).toBe(kept);
    expect(await db.outboxMail.count({ where: { eventId: event.id, message: "registration-changed" } })).toBe(0);
    const next = await upload(event, NOW, { name: "nytt.png", content: PNG });
    expect(await change({ cv: next })).toMatchObject({ ok: true });
    expect(await answerOf(scope)).toMatch(/\/nytt\.png$/);
    expect(await names(event.id)).toEqual(["nytt.png"]);
    // The form that was sent again names what is there already.
    expect(await change({ cv: next })).toMatchObject({ ok: true });
    expect(await change({ cv: kept })).toMatchObject({ detail: { "answers.cv": [{ code: "file_unknown" }] } });
    expect(await change({})).toMatchObject({ ok: true });
    expect(await names(event.id)).toEqual([]);
  });

  it("cannot take somebody else's, by token or by id", async () => {
    const mine = await registered();
    const theirs = await register(mine.event.slug, person({ answers: { cv: await upload(mine.event, NOW) } }), NOW);
    if (!theirs.ok) throw new Error(theirs.code);
    const other = await scopeOf(theirs.value.reference);
    expect(await changeRegistration(other, { answers: { cv: mine.cv } }, NOW)).toMatchObject({ code: "file_taken" });
    expect(await changeRegistration(other, { answers: { cv: mine.kept } }, NOW)).toMatchObject({ code: "invalid" });
    expect(await names(mine.event.id)).toHaveLength(2);
    expect(await findMyFile(other, mine.kept.split("/")[0] ?? "", NOW)).toBeNull();
    const elsewhere = await registered();
    expect(await changeRegistration(elsewhere.scope, { answers: { cv: mine.cv } }, NOW)).toMatchObject({
      code: "invalid",
    });
  });

  it("cannot remove one that is required", async () => {
    const { event, scope } = await registered({}, { required: true });
    expect(await changeRegistration(scope, { answers: {} }, NOW)).toMatchObject({
      detail: { "answers.cv": [{ code: "required" }] },
    });
    expect(await names(event.id)).toEqual(["intyg.pdf"]);
  });

  it("keeps the file of a question that is asked no more", async () => {
    const { event, scope, kept } = await registered();
    const organiser = await createMember(db, event.organisationId, "OWNER");
    await retireQuestion(await eventScopeOf(organiser.id, event.slug, NOW), "cv", NOW);
    expect(await changeRegistration(scope, { jobTitle: "Chef" }, NOW)).toMatchObject({ ok: true });
    const { answers } = await db.registration.findUniqueOrThrow({ where: { id: scope.registrationId } });
    expect(answers).toEqual({ cv: kept });
    expect(await names(event.id)).toEqual(["intyg.pdf"]);
  });
});

describe("a change that the organiser answers", () => {
  const CLOSED = at("2026-09-15 12:00");
  async function requested() {
    const lastCateringDay = new Date("2026-09-14T00:00:00Z");
    const before = await registered({ lastCateringDay });
    const cv = await upload(before.event, CLOSED, { name: "nytt.png", content: PNG });
    const asked = await changeRegistration(before.scope, { diet: "Vegan", answers: { cv } }, CLOSED);
    expect(asked).toMatchObject({ ok: true, value: { requested: true } });
    expect(await names(before.event.id)).toEqual(["intyg.pdf", "nytt.png"]);
    const member = await createMember(db, before.event.organisationId, "OWNER");
    const organiser = await eventScopeOf(member.id, before.event.slug, NOW);
    const { id } = await db.changeRequest.findFirstOrThrow({ where: { eventId: before.event.id, state: "OPEN" } });
    const reply = (verdict: string) =>
      answerChange(organiser, { requestId: id, body: { verdict, text: "Nej." } }, CLOSED);
    return { ...before, reply };
  }

  it("brings its file along when it is granted", async () => {
    const { event, scope, reply } = await requested();
    expect(await reply("grant")).toMatchObject({ ok: true });
    expect(await names(event.id)).toEqual(["nytt.png"]);
    expect(await answerOf(scope)).toMatch(/\/nytt\.png$/);
  });

  it("leaves the old one and takes the new one away when it is refused", async () => {
    const { event, scope, kept, reply } = await requested();
    expect(await reply("refuse")).toMatchObject({ ok: true });
    expect(await names(event.id)).toEqual(["intyg.pdf"]);
    expect(await answerOf(scope)).toBe(kept);
  });

  it("takes the file of the request it replaces away", async () => {
    const { event, scope } = await requested();
    const third = await upload(event, CLOSED, { name: "tredje.pdf" });
    await changeRegistration(scope, { diet: "Vegetarisk", answers: { cv: third } }, CLOSED);
    expect(await names(event.id)).toEqual(["intyg.pdf", "tredje.pdf"]);
  });
});

describe("a file goes with its person", () => {
  it("when the place is handed over", async () => {
    const { event, scope } = await registered();
    const body = { name: "Eva Ersättare", email: "eva@example.org" };
    const swapped = await substituteAttendee(scope, { body, actor: { kind: "ATTENDEE" } }, NOW);
    expect(swapped).toMatchObject({ ok: true });
    expect(await names(event.id)).toEqual([]);
  });

  it("when the person is erased, and stays when they only cancel", async () => {
    const { event, scope } = await registered();
    await cancelRegistration(scope, NOW);
    expect(await names(event.id)).toEqual(["intyg.pdf"]);
    expect(await erasePerson(scope, NOW)).toMatchObject({ ok: true });
    expect(await names(event.id)).toEqual([]);
  });

  it("when needs are deleted, where it was sensitive", async () => {
    const sensitive = await registered({}, { sensitive: true });
    const plain = await registered();
    await deleteExpiredNeeds(at("2027-06-01 12:00"));
    expect(await names(sensitive.event.id)).toEqual([]);
    expect(await names(plain.event.id)).toEqual(["intyg.pdf"]);
  });
});

describe("a booking for colleagues", () => {
  async function booked() {
    const event = await createEvent(db, {}, NOW);
    await askForFile(event);
    await askForFile(event, { key: "avtal", asked: "BOOKING" });
    const avtal = await upload(event, NOW, { question: "avtal", name: "avtal.pdf" });
    const cvs = [await upload(event, NOW, { name: "ett.pdf" }), await upload(event, NOW, { name: "två.pdf" })];
    const people = cvs.map((cv, index) => ({
      name: `Kollega ${index}`,
      email: `${event.slug}-${index}@example.org`,
      answers: { cv },
    }));
    const registrant = { name: "Boel Bokare", email: `${event.slug}@example.org` };
    const send = (body: object) =>
      bookColleagues(
        {
          slug: event.slug,
          body: { registrant, consent: true, answers: { avtal }, people, ...body },
          ...{ locale: "sv", idempotencyKey: "bokning", actor: { kind: "ATTENDEE" }, clientIp: event.slug },
        },
        NOW,
      );
    return { event, people, send };
  }
  const scopeOfBooking = async (reference: string) => {
    const { id: bookingId, eventId } = await db.booking.findUniqueOrThrow({ where: { reference } });
    return { bookingId, eventId } as BookingScope;
  };

  it("has its own file and each person's, and the same answer twice", async () => {
    const { event, send } = await booked();
    const first = await send({});
    if (!first.ok) throw new Error(first.code);
    expect(await send({})).toEqual(first);
    const scope = await scopeOfBooking(first.value.reference);
    const files = await db.storedFile.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } });
    expect(
      files.map(({ name, bookingId, registrationId }) => [name, bookingId !== null, registrationId !== null]),
    ).toEqual([
      ["avtal.pdf", true, false],
      ["ett.pdf", false, true],
      ["två.pdf", false, true],
    ]);
    const [avtal, ett] = files;
    expect(await findFileOfBooking(scope, avtal?.id ?? "")).toMatchObject({ name: "avtal.pdf" });
    // What a colleague sent is theirs.
    expect(await findFileOfBooking(scope, ett?.id ?? "")).toBeNull();
    expect(await getStoredBooking(scope)).toMatchObject({
      files: [{ name: "avtal.pdf", size: PDF.length, address: expect.stringContaining(`/files/${avtal?.id}`) }],
    });
    const cv = await upload(event, NOW, { name: "tre.pdf" });
    const more = { people: [{ name: "Tre", email: `${event.slug}-3@example.org`, answers: { cv } }] };
    expect(await addColleagues(scope, { body: more, idempotencyKey: null }, NOW)).toMatchObject({ ok: true });
    expect(await db.storedFile.count({ where: { eventId: event.id, registrationId: null, bookingId: null } })).toBe(0);
    await db.registration.updateMany({ where: { eventId: event.id }, data: { state: "CANCELLED" } });
    expect(await eraseBooker(scope, NOW)).toMatchObject({ ok: true });
    expect(await names(event.id)).toEqual(["ett.pdf", "två.pdf", "tre.pdf"]);
  });

  it("is refused at the person whose file is not there, or is another's", async () => {
    const { people, send } = await booked();
    const [one, two] = people;
    const unknown = { ...two, answers: { cv: "bm90LWEtdG9rZW4tb2YtYW55LWZpbGUtaGVyZQ" } };
    expect(await send({ people: [one, unknown] })).toMatchObject({
      detail: { "people.1.answers.cv": [{ code: "file_unknown" }] },
    });
    expect(await send({ people: [one, { ...two, answers: one?.answers }] })).toMatchObject({
      detail: { "people.1.answers.cv": [{ code: "file_unknown" }] },
    });
    expect(await send({})).toMatchObject({ ok: true });
  });
});

it("what is stored tells of the file, and only its person can fetch it", async () => {
  const { scope, kept, reference } = await registered();
  const id = kept.split("/")[0] ?? "";
  expect(await getStoredData(scope)).toMatchObject({
    answers: { cv: kept },
    files: [{ questionKey: "cv", name: "intyg.pdf", address: expect.stringContaining(`/my/${reference}/files/${id}`) }],
  });
  const file = await findMyFile(scope, id, NOW);
  expect(file).toMatchObject({ name: "intyg.pdf", mediaType: "application/pdf" });
  expect(Buffer.from(file?.content ?? []).equals(PDF)).toBe(true);
  for (const wrong of ["", "x", "01890a5d-ac96-774b-bcce-b302099a8057"])
    expect(await findMyFile(scope, wrong, NOW)).toBeNull();
});
