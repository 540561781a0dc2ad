import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { carryOnBulkChanges, carryOutBulkChange } from "@/lib/bulk/commands/carry-out-bulk-change";
import { confirmBulkChange } from "@/lib/bulk/commands/confirm-bulk-change";
import { findBulkChange } from "@/lib/bulk/queries/bulk-change";
import { dryRun } from "@/lib/bulk/queries/dry-run";
import { type BulkWish, parseSelection, type Selection } from "@/lib/bulk/schema";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { NOW } from "@/tests/support/clock";
import { createCategory } from "@/tests/support/factories/category";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration, type RegistrationWishes } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

const db = database();
const LATER = NOW.add({ hours: 1 });
let event: CreatedEvent;
let editor: EventScope;
let userId: string;

const as = async (role: "EDITOR" | "VIEWER") => (await createMember(db, event.organisationId, role)).id;
const register = (wishes: RegistrationWishes = {}) => createRegistration(db, event, wishes, NOW);

beforeAll(async () => {
  event = await createEvent(db, { capacity: null, approval: true }, NOW);
  userId = await as("EDITOR");
  editor = await scopeOf(userId, event.slug, NOW);
});

function selected(raw: Parameters<typeof parseSelection>[0]): Selection {
  const selection = parseSelection(raw);
  if (!selection) throw new Error("nobody is selected");
  return selection;
}

async function confirmed(selection: Selection, wish: BulkWish, id: string = randomUUID()) {
  const { fingerprint } = await dryRun(editor, selection, wish);
  const answer = await confirmBulkChange(editor, { id, wish, selection, fingerprint }, NOW);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.id;
}

const until = async (id: string, clock = () => NOW) => {
  await carryOutBulkChange(id, LATER, clock);
  return findBulkChange(editor, id);
};
const state = async (reference: string) => (await db.registration.findUniqueOrThrow({ where: { reference } })).state;

it("says exactly how many would change and who not, does that, and a second confirmation does nothing", async () => {
  const organisationName = "Godkännandes kommun";
  const waiting = [await register({ organisationName, state: "PENDING_APPROVAL" })];
  waiting.push(await register({ organisationName, state: "PENDING_APPROVAL" }));
  const settled = await register({ organisationName });
  const selection = selected({ all: "yes", q: organisationName });
  const wish = { do: "approve" } as const;
  expect(await dryRun(editor, selection, wish)).toMatchObject({
    meant: 3,
    changed: 2,
    leftOut: [{ why: "wrong_state", count: 1 }],
  });
  const id = await confirmed(selection, wish);
  expect(await state(waiting[0]?.reference ?? "")).toBe("PENDING_APPROVAL");
  const done = await until(id);
  expect(done).toMatchObject({ isFinished: true, done: 2, waiting: 0, leftOut: [{ why: "wrong_state", count: 1 }] });
  expect(done?.named.map(({ reference }) => reference)).toEqual([settled.reference]);
  const mails = { eventId: event.id, message: "registration-approved" };
  expect(await db.outboxMail.count({ where: mails })).toBe(2);
  // Somebody who registers afterwards is no part of it, however often the form is sent again.
  const late = await register({ organisationName, state: "PENDING_APPROVAL" });
  const again = await confirmBulkChange(editor, { id, wish, selection, fingerprint: "" }, NOW);
  expect(again).toEqual({ ok: true, value: { id } });
  await until(id);
  expect(await state(late.reference)).toBe("PENDING_APPROVAL");
  expect(await db.outboxMail.count({ where: mails })).toBe(2);
});

it("does nothing when others are meant by now, nothing for nobody, and nothing for who may only read", async () => {
  const organisationName = "Ändrade kommunen";
  await register({ organisationName });
  const selection = selected({ all: "yes", q: organisationName });
  const wish = { do: "tag", word: "Buss" } as const;
  const { fingerprint } = await dryRun(editor, selection, wish);
  await register({ organisationName });
  const asked = { id: randomUUID(), wish, selection, fingerprint };
  expect(await confirmBulkChange(editor, asked, NOW)).toMatchObject({ code: "selection_changed" });
  expect(await findBulkChange(editor, asked.id)).toBeNull();
  const nobody = { ...asked, selection: selected({ all: "yes", q: "ingen alls" }) };
  expect(await confirmBulkChange(editor, nobody, NOW)).toMatchObject({ code: "nobody_to_change" });
  const viewer = await scopeOf(await as("VIEWER"), event.slug, NOW);
  expect(await confirmBulkChange(viewer, asked, NOW)).toMatchObject({ code: "bulk_forbidden" });
  const other = await createEvent(db, {}, NOW);
  const stranger = await scopeOf((await createMember(db, other.organisationId)).id, other.slug, NOW);
  const { reference } = await register({ organisationName });
  const theirs = selected({ person: reference });
  expect((await dryRun(stranger, theirs, wish)).meant).toBe(0);
  expect(await confirmBulkChange(stranger, { ...asked, selection: theirs }, NOW)).toMatchObject({
    code: "nobody_to_change",
  });
  expect(parseSelection({})).toBeNull();
});

it("cancels with a letter or without, and tags only those ticked", async () => {
  const [told, untold] = [await register(), await register()];
  await until(await confirmed(selected({ person: told.reference }), { do: "cancel", tells: true }));
  await until(await confirmed(selected({ person: untold.reference }), { do: "cancel", tells: false }));
  expect([await state(told.reference), await state(untold.reference)]).toEqual(["CANCELLED", "CANCELLED"]);
  const cancelled = await db.outboxMail.findMany({
    where: { message: "registration-cancelled", registrationId: { in: [told.id, untold.id] } },
  });
  expect(cancelled.map(({ registrationId }) => registrationId)).toEqual([told.id]);
  const tagged = await until(
    await confirmed(selected({ person: [told.reference, untold.reference] }), { do: "tag", word: "Återbetalas" }),
  );
  expect(tagged).toMatchObject({ done: 2 });
  const { changed, leftOut } = await dryRun(editor, selected({ all: "yes", tag: "återbetalas" }), {
    do: "tag",
    word: "ÅTERBETALAS",
  });
  expect({ changed, leftOut }).toEqual({ changed: 0, leftOut: [{ why: "already", count: 2 }] });
});

it("moves as many as the category has places for, and nobody to what costs before it is known who pays", async () => {
  const organisationName = "Flyttarnas kommun";
  const small = await createCategory(db, event.id, { key: "liten", capacity: 1 });
  await createCategory(db, event.id, { key: "dyr", priceOre: 100_00 });
  await register({ organisationName });
  await register({ organisationName });
  const waiting = await register({ organisationName, state: "WAITLISTED" });
  const selection = selected({ all: "yes", q: organisationName, sort: "registered" });
  const wish = { do: "move", to: "liten", tells: true } as const;
  expect(await dryRun(editor, selection, wish)).toMatchObject({
    changed: 1,
    leftOut: expect.arrayContaining([
      { why: "full", count: 1 },
      { why: "wrong_state", count: 1 },
    ]),
  });
  const done = await until(await confirmed(selection, wish));
  expect(done).toMatchObject({ done: 1, leftOut: expect.arrayContaining([{ why: "full", count: 1 }]) });
  const quota = await db.quota.findFirstOrThrow({ where: { categoryId: small.id } });
  expect(quota.used).toBe(1);
  expect(await dryRun(editor, selection, { do: "move", to: "dyr", tells: false })).toMatchObject({ changed: 0 });
  const costly = await until(await confirmed(selection, { do: "move", to: "dyr", tells: false }));
  expect(costly?.leftOut).toEqual(expect.arrayContaining([{ why: "no_payer", count: 2 }]));
  expect(await state(waiting.reference)).toBe("WAITLISTED");
});

it("is gone on with by the worker, by one process at a time, as long as whoever confirmed it may", async () => {
  const organisationName = "Långsamma kommunen";
  for (let n = 0; n < 3; n += 1) await register({ organisationName });
  const id = await confirmed(selected({ all: "yes", q: organisationName }), { do: "tag", word: "Sakta" });
  // Time is up after the first person.
  let ticks = 0;
  const impatient = () => {
    ticks += 1;
    return ticks > 3 ? LATER : NOW;
  };
  expect(await carryOutBulkChange(id, LATER, impatient)).toBe(1);
  expect(await findBulkChange(editor, id)).toMatchObject({ isFinished: false, done: 1, waiting: 2 });
  await db.bulkChange.update({ where: { id }, data: { heldUntil: toTimestamp(NOW.add({ seconds: 30 })) } });
  expect(await carryOnBulkChanges(LATER, () => NOW)).toBe(0);
  const soon = NOW.add({ seconds: 31 });
  await db.membership.deleteMany({ where: { userId, organisationId: event.organisationId } });
  expect(await carryOnBulkChanges(LATER, () => soon)).toBe(2);
  expect(await findBulkChange(editor, id)).toMatchObject({
    isFinished: true,
    done: 1,
    leftOut: [{ why: "gone", count: 2 }],
  });
});
