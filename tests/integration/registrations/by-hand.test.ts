import { beforeAll, expect, it } from "vitest";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { addByHand } from "@/lib/registrations/commands/add-by-hand";
import { editPerson } from "@/lib/registrations/commands/edit-person";
import { removeView, saveView } from "@/lib/reports/commands/save-view";
import { findEditablePerson } from "@/lib/reports/queries/editable-person";
import { listSavedViews } from "@/lib/reports/queries/saved-views";
import { NOW } from "@/tests/support/clock";
import { createCategory } from "@/tests/support/factories/category";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

const db = database();
let event: CreatedEvent;
let editor: EventScope;
let viewer: EventScope;

const as = async (of: CreatedEvent, role: "EDITOR" | "VIEWER") =>
  scopeOf((await createMember(db, of.organisationId, role)).id, of.slug, NOW);

beforeAll(async () => {
  event = await createEvent(db, { capacity: 2, waitingList: true, approval: true }, NOW);
  await createCategory(db, event.id, { key: "gomd", hidden: true });
  [editor, viewer] = [await as(event, "EDITOR"), await as(event, "VIEWER")];
});

const person = (name: string, more: object = {}) => ({
  name,
  email: `${name.toLowerCase().replaceAll(/[^a-z]/g, "-")}@example.org`,
  category: "deltagare",
  ...more,
});
const mailsTo = (email: string) => db.outboxMail.count({ where: { eventId: event.id, toEmail: email } });

it("registers somebody without approval, with a letter or without, and never twice", async () => {
  const told = await addByHand(editor, { body: person("Told One"), tells: true, passes: false }, NOW);
  expect(told).toMatchObject({ value: { status: "CONFIRMED" } });
  expect(await mailsTo("told-one@example.org")).toBe(1);
  const body = person("Quiet Two", { category: "gomd" });
  const quiet = await addByHand(editor, { body, tells: false, passes: false }, NOW);
  if (!quiet.ok) throw new Error(quiet.code);
  expect(await mailsTo("quiet-two@example.org")).toBe(0);
  const row = await db.registration.findUniqueOrThrow({ where: { reference: quiet.value.reference } });
  expect(row.consentedAt).toBeNull();
  expect(await addByHand(editor, { body, tells: true, passes: true }, NOW)).toMatchObject({
    code: "already_registered",
    detail: { reference: quiet.value.reference },
  });
  expect(await mailsTo("quiet-two@example.org")).toBe(0);
});

it("full means the waiting list, unless the organiser lets in: then there is a place more, on record", async () => {
  const quota = () =>
    db.quota.findFirstOrThrow({
      where: { eventId: event.id, categoryId: null, dayId: null, sessionId: null, voucherId: null },
    });
  expect(await quota()).toMatchObject({ capacity: 2, used: 2 });
  const waits = await addByHand(editor, { body: person("Waits Three"), tells: false, passes: false }, NOW);
  expect(waits).toMatchObject({ value: { status: "WAITLISTED" } });
  const passed = await addByHand(editor, { body: person("Passes Four"), tells: false, passes: true }, NOW);
  if (!passed.ok) throw new Error(passed.code);
  expect(passed.value.status).toBe("CONFIRMED");
  expect(await quota()).toMatchObject({ capacity: 3, used: 3 });
  const { id } = await db.registration.findUniqueOrThrow({ where: { reference: passed.value.reference } });
  const entry = await db.auditEntry.findFirst({ where: { subjectId: id, action: "registration.let-in" } });
  expect(entry?.detail).toMatchObject({ raised: ["event"], isClosed: false });
  expect(entry?.actorId).toBe(editor.userId);
});

it("closed is closed, unless the organiser lets in; a draft and a reader never", async () => {
  const after = NOW.add({ hours: 24 * 365 });
  const late = { body: person("Late Five"), tells: false };
  expect(await addByHand(editor, { ...late, passes: false }, after)).toMatchObject({ code: "closed" });
  expect(await addByHand(editor, { ...late, passes: true }, after)).toMatchObject({ ok: true });
  expect(await addByHand(viewer, { ...late, passes: true }, NOW)).toMatchObject({ code: "by_hand_forbidden" });
  const nameless = { body: { category: "deltagare" }, tells: false, passes: false };
  expect(await addByHand(editor, nameless, NOW)).toMatchObject({ code: "invalid" });
  const draft = await createEvent(db, { status: "DRAFT" }, NOW);
  expect(await addByHand(await as(draft, "EDITOR"), { ...late, passes: true }, NOW)).toMatchObject({ code: "draft" });
});

it("a row is corrected once; what has changed since is not written over", async () => {
  const open = await createEvent(db, { capacity: null }, NOW);
  await createCategory(db, open.id, { key: "full", capacity: 0 });
  await createCategory(db, open.id, { key: "annan" });
  const scope = await as(open, "EDITOR");
  const { reference, id } = await createRegistration(db, open, { name: "Fel Stavad" }, NOW);
  const opened = await openRegistrationOf(scope, reference);
  const shown = await findEditablePerson(scope, reference);
  if (!opened.ok || !shown) throw new Error("not found");
  const { revision } = shown;
  const body = { name: "Rätt Stavad", organisationName: "Höörs kommun", category: "full", revision };
  const later = NOW.add({ seconds: 1 });
  expect(await editPerson(scope, opened.value, body, later)).toMatchObject({ code: "full" });
  expect((await db.registration.findUniqueOrThrow({ where: { id } })).name).toBe("Fel Stavad");
  expect(await editPerson(scope, opened.value, { ...body, category: "annan" }, later)).toMatchObject({ ok: true });
  expect(await findEditablePerson(scope, reference)).toMatchObject({
    name: "Rätt Stavad",
    organisationName: "Höörs kommun",
    category: "annan",
  });
  expect(await editPerson(scope, opened.value, body, later)).toMatchObject({ code: "stale" });
  expect(await editPerson(scope, opened.value, { ...body, name: "" }, later)).toMatchObject({ code: "edit_invalid" });
  expect(await findEditablePerson(await as(open, "VIEWER"), reference)).toBeNull();
  expect(await findEditablePerson(editor, reference)).toBeNull();
});

it("views are one's own or shared in the organisation, one a name", async () => {
  const colleague = await as(event, "EDITOR");
  const save = (name: string, query: string, shared: boolean, by = editor) =>
    saveView(by, { name, query, shared }, NOW);
  await save("Mina", "q=lund", false);
  await save("Mina", "q=malmo", false);
  const shared = await save("Allas", "status=pending", true);
  if (!shared.ok) throw new Error(shared.code);
  const names = async (scope: EventScope) => (await listSavedViews(scope)).map(({ name, query }) => [name, query]);
  expect(await names(editor)).toEqual([
    ["Allas", "status=pending"],
    ["Mina", "q=malmo"],
  ]);
  expect(await names(viewer)).toEqual([["Allas", "status=pending"]]);
  expect(await save("", "", false)).toMatchObject({ code: "view_name" });
  expect(await save("Min", "", false, viewer)).toMatchObject({ code: "view_forbidden" });
  await removeView(viewer, shared.value.id, NOW);
  const [own] = (await listSavedViews(editor)).filter(({ name }) => name === "Mina");
  await removeView(colleague, own?.id ?? "", NOW);
  expect(await names(editor)).toHaveLength(2);
  await removeView(colleague, shared.value.id, NOW);
  expect(await names(viewer)).toEqual([]);
});
