import { describe, expect, it } from "vitest";
import { LARGEST_FILE } from "@/lib/core/file-kinds";
import { database } from "@/lib/platform/db";
import { AdmissionQueue } from "@/lib/registrations/admission/admission-queue";
import { deleteUnclaimedUploads } from "@/lib/registrations/commands/delete-unclaimed-uploads";
import { sendFile } from "@/lib/registrations/commands/send-file";
import { at, NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { application, person, register, scopeOf } from "../../support/registering";
import { bytesOf, HTML, PDF, PNG } from "../../support/sample-files";
import { askForFile, upload } from "../../support/sending-files";

const db = database();
const REFUSED = { code: "invalid", detail: { "answers.cv": [{ code: "file_unknown" }] } };

async function asking(wishes: object = {}, question: object = {}) {
  const event = await createEvent(db, wishes, NOW);
  await askForFile(event, question);
  return event;
}
const filesOf = (eventId: string) =>
  db.storedFile.findMany({ where: { eventId }, select: { name: true, registrationId: true, bookingId: true } });

describe("sending a file", () => {
  const send = (slug: string, wishes: object = {}) =>
    sendFile({ slug, question: "cv", name: "intyg.pdf", content: PDF, clientIp: "natet", ...wishes }, NOW);

  it("keeps what it is, by its content, under a cleaned name and a hashed token", async () => {
    const event = await asking();
    const kept = await send(event.slug, { name: "C:\\temp\\foto.exe", content: PNG });
    expect(kept).toMatchObject({ ok: true, value: { name: "foto.exe.png", size: PNG.length, type: "image/png" } });
    const row = await db.storedFile.findFirstOrThrow({ where: { eventId: event.id } });
    expect(Buffer.from(row.content).equals(PNG)).toBe(true);
    expect(kept.ok && kept.value.token.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify({ ...row, content: null })).not.toContain(kept.ok ? kept.value.token : "");
  });

  it("refuses what is empty, too large, another kind than its name says, or nobody asked for", async () => {
    const event = await asking();
    const largest = new Uint8Array(LARGEST_FILE).fill(0x61);
    expect(await send(event.slug, { content: largest, name: "a.txt" })).toMatchObject({ ok: true });
    const codes = [
      { content: new Uint8Array() },
      { content: new Uint8Array(LARGEST_FILE + 1).fill(0x61) },
      { content: HTML, name: "faktura.pdf" },
      { question: "annan" },
    ].map(async (wishes) => (await send(event.slug, wishes)) as { code?: string });
    expect((await Promise.all(codes)).map(({ code }) => code)).toEqual([
      "file_empty",
      "file_too_large",
      "file_kind",
      "question_unknown",
    ]);
    await db.question.updateMany({ where: { eventId: event.id }, data: { kind: "TEXT" } });
    expect(await send(event.slug)).toMatchObject({ code: "question_unknown" });
    expect(await send("finns-inte")).toMatchObject({ code: "event_not_found" });
    const closed = await asking({ status: "CANCELLED", cancelledAt: new Date("2026-09-01T00:00:00Z") });
    expect(await send(closed.slug)).toMatchObject({ code: "cancelled" });
  });

  it("is limited for a network", async () => {
    const event = await asking();
    const codes: string[] = [];
    for (let sent = 0; sent < 61; sent += 1) {
      const kept = await send(event.slug, { content: bytesOf("hej"), name: "a.txt", clientIp: "2001:db8::1" });
      codes.push(kept.ok ? "kept" : kept.code);
    }
    expect(new Set(codes.slice(0, 60))).toEqual(new Set(["kept"]));
    expect(codes.at(-1)).toBe("rate_limited");
    expect(await send(event.slug, { clientIp: "2001:db8:1::1" })).toMatchObject({ ok: true });
  });
});

describe("a registration with a file", () => {
  it("claims it in the same transaction: the answer is its id and name", async () => {
    const event = await asking({}, { required: true });
    expect(await register(event.slug, person(), NOW)).toMatchObject({
      code: "invalid",
      detail: { "answers.cv": [{ code: "required" }] },
    });
    const cv = await upload(event, NOW);
    const answer = await register(event.slug, person({ answers: { cv } }), NOW);
    if (!answer.ok) throw new Error(answer.code);
    const { registrationId } = await scopeOf(answer.value.reference);
    const file = await db.storedFile.findFirstOrThrow({ where: { eventId: event.id } });
    expect(file).toMatchObject({ registrationId, bookingId: null, name: "intyg.pdf" });
    const { answers } = await db.registration.findUniqueOrThrow({ where: { id: registrationId } });
    expect(answers).toEqual({ cv: `${file.id}/intyg.pdf` });
  });

  it("keeps a sensitive one with the needs, and one of the booking with the booking", async () => {
    const event = await asking({}, { sensitive: true });
    await askForFile(event, { key: "bokningens", asked: "BOOKING" });
    const answers = { cv: await upload(event, NOW), bokningens: await upload(event, NOW, { question: "bokningens" }) };
    const answer = await register(event.slug, person({ answers }), NOW);
    if (!answer.ok) throw new Error(answer.code);
    const row = await db.registration.findUniqueOrThrow({
      where: { reference: answer.value.reference },
      select: { id: true, answers: true, needs: true, booking: { select: { id: true, answers: true } } },
    });
    const files = await filesOf(event.id);
    expect(files).toContainEqual({ name: "intyg.pdf", registrationId: row.id, bookingId: null });
    expect(files).toContainEqual({ name: "intyg.pdf", registrationId: null, bookingId: row.booking.id });
    expect(row.answers).toEqual({});
    expect(row.needs?.answers).toEqual({ cv: expect.stringContaining("/intyg.pdf") });
    expect(row.booking.answers).toEqual({ bokningens: expect.stringContaining("/intyg.pdf") });
  });

  it("finds no token of another event, another tenant, another question, nor what was never sent", async () => {
    const [event, others] = [await asking(), await asking()];
    await askForFile(event, { key: "annan" });
    const strangers = [
      await upload(others, NOW),
      await upload(event, NOW, { question: "annan" }),
      "dGhpcyB0b2tlbiB3YXMgbmV2ZXIgZ2l2ZW4gb3V0IQ",
      (await db.storedFile.findFirstOrThrow({ where: { eventId: others.id } })).id,
    ];
    for (const cv of strangers)
      expect(await register(event.slug, person({ answers: { cv } }), NOW)).toMatchObject(REFUSED);
    for (const cv of ["", "../../etc", 7, ["a"], { token: "x" }])
      expect(await register(event.slug, person({ answers: { cv } }), NOW)).toMatchObject({ code: "invalid" });
    // An id is no token, whoever learns it.
    const own = await upload(event, NOW);
    const { id } = await db.storedFile.findFirstOrThrow({ where: { eventId: event.id, questionKey: "cv" } });
    expect(await register(event.slug, person({ answers: { cv: `${id}/intyg.pdf` } }), NOW)).toMatchObject(REFUSED);
    expect(await register(event.slug, person({ answers: { cv: own } }), NOW)).toMatchObject({ ok: true });
  });

  it("cannot have a file that another registration has", async () => {
    const event = await asking();
    const cv = await upload(event, NOW);
    expect(await register(event.slug, person({ answers: { cv } }), NOW)).toMatchObject({ ok: true });
    expect(await register(event.slug, person({ answers: { cv } }), NOW)).toMatchObject({ code: "file_taken" });
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
    const twice = await upload(event, NOW);
    const race = await Promise.all([1, 2, 3].map(() => register(event.slug, person({ answers: { cv: twice } }), NOW)));
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("twenty times at once under one key is one registration, also when the file is sent anew each time", async () => {
    const event = await asking();
    const body = person();
    const send = async () =>
      register(event.slug, { ...body, answers: { cv: await upload(event, NOW) } }, NOW, { idempotencyKey: "tjugo" });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
    const claimed = (await filesOf(event.id)).filter(({ registrationId }) => registrationId);
    expect(claimed).toHaveLength(1);
    // Another content under the same key is another body.
    const other = await upload(event, NOW, { content: PNG });
    expect(
      await register(event.slug, { ...body, answers: { cv: other } }, NOW, { idempotencyKey: "tjugo" }),
    ).toMatchObject({ code: "idempotency_conflict" });
  });

  it("leaves the file free when nothing came of it: full, or an address that is registered already", async () => {
    const event = await asking({ capacity: 1 });
    const cv = await upload(event, NOW);
    const first = person();
    expect(await register(event.slug, first, NOW)).toMatchObject({ ok: true });
    expect(await register(event.slug, person({ answers: { cv } }), NOW)).toMatchObject({ code: "full" });
    await db.quota.updateMany({ where: { eventId: event.id }, data: { capacity: 5 } });
    expect(await register(event.slug, { ...first, answers: { cv } }, NOW)).toMatchObject({ ok: true });
    expect(await filesOf(event.id)).toEqual([{ name: "intyg.pdf", registrationId: null, bookingId: null }]);
    expect(await register(event.slug, person({ answers: { cv } }), NOW)).toMatchObject({ ok: true });
  });

  it("drops what was sent to a question whose condition is not met", async () => {
    const event = await asking({}, { showIf: { key: "vill", values: ["yes"] } });
    const label = { sv: "Vill du?", en: "Do you want to?" };
    await db.question.create({ data: { eventId: event.id, key: "vill", kind: "YES_NO", label } });
    const answers = { cv: await upload(event, NOW), vill: false };
    expect(await register(event.slug, person({ answers }), NOW)).toMatchObject({ ok: true });
    expect(await filesOf(event.id)).toEqual([{ name: "intyg.pdf", registrationId: null, bookingId: null }]);
  });
});

it("what nobody has claimed in a day is deleted, what somebody has is not", async () => {
  const event = await asking();
  const cv = await upload(event, NOW);
  await upload(event, NOW);
  const answer = await register(event.slug, person({ answers: { cv } }), NOW);
  expect(answer.ok).toBe(true);
  await deleteUnclaimedUploads(NOW.add({ hours: 24 }));
  expect(await filesOf(event.id)).toHaveLength(2);
  await deleteUnclaimedUploads(NOW.add({ hours: 24, minutes: 1 }));
  expect(await filesOf(event.id)).toHaveLength(1);
  // Gone meanwhile: the form asks for it again.
  const late = await upload(event, NOW);
  await deleteUnclaimedUploads(at("2026-09-30 12:00"));
  expect(await register(event.slug, person({ answers: { cv: late } }), NOW)).toMatchObject(REFUSED);
});

it("one that is named by two processes at once has one owner", async () => {
  const event = await asking();
  await upload(event, NOW);
  const { id } = await db.storedFile.findFirstOrThrow({ where: { eventId: event.id } });
  const queues = [new AdmissionQueue(), new AdmissionQueue(), new AdmissionQueue()];
  const answers = await Promise.all(
    queues.map(async (queue) => {
      const asked = await application(event.slug, person(), NOW);
      const [first] = asked.people;
      return queue.admit({ ...asked, people: [{ ...first, fileIds: [id] }] });
    }),
  );
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["file_taken", "file_taken", "placed"]);
});
