import { beforeAll, expect, it } from "vitest";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { forgetPerson } from "@/lib/registrations/commands/forget-person";
import { noteRegistration, removeNote } from "@/lib/registrations/commands/note-registration";
import { tagRegistration } from "@/lib/registrations/commands/tag-registration";
import { getStoredData } from "@/lib/registrations/queries/stored-data";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { listRegistrations } from "@/lib/reports/queries/list-registrations";
import { findOwnWords } from "@/lib/reports/queries/registration-notes";
import { parseFilter } from "@/lib/reports/schema";
import { NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { createRegistration } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

const db = database();
let event: CreatedEvent;
let editor: EventScope;
let viewer: EventScope;
let partner: EventScope;

beforeAll(async () => {
  event = await createEvent(db, { capacity: null }, NOW);
  const as = async (role: "EDITOR" | "VIEWER") =>
    scopeOf((await createMember(db, event.organisationId, role)).id, event.slug, NOW);
  [editor, viewer] = [await as("EDITOR"), await as("VIEWER")];
  const other = await createOrganisation(db);
  await db.coOrganiser.create({ data: { eventId: event.id, organisationId: other.id, access: "WHOLE_EVENT" } });
  partner = await scopeOf((await createMember(db, other.id, "OWNER")).id, event.slug, NOW);
});

async function person(wishes: Parameters<typeof createRegistration>[2] = {}): Promise<RegistrationScope> {
  const opened = await openRegistrationOf(editor, (await createRegistration(db, event, wishes, NOW)).reference);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

const named = async (scope: EventScope, tag: string) =>
  (await listRegistrations(scope, parseFilter({ tag }).filter, 1)).rows.map(({ name }) => name);

it("a tag is one however it is written, filters the list, and stays in the organisation", async () => {
  const anna = await person({ name: "Anna Ek" });
  const bo = await person({ name: "Bo Alm" });
  expect(await tagRegistration(editor, anna, { tag: " Buss  från Åhus", isOn: true }, NOW)).toMatchObject({
    value: { changed: true },
  });
  expect(await tagRegistration(editor, bo, { tag: "BUSS FRÅN ÅHUS", isOn: true }, NOW)).toMatchObject({ ok: true });
  expect(await tagRegistration(editor, bo, { tag: "buss från åhus", isOn: true }, NOW)).toMatchObject({
    value: { changed: false },
  });
  expect(await tagRegistration(editor, bo, { tag: "a, b", isOn: true }, NOW)).toMatchObject({ code: "tag_invalid" });
  expect((await getEventFacets(viewer)).tags).toEqual([{ key: "buss från åhus", name: "Buss från Åhus" }]);
  expect((await getEventFacets(partner)).tags).toEqual([]);
  expect(await named(viewer, "buss från åhus")).toEqual(["Anna Ek", "Bo Alm"]);
  // Who may not see a tag cannot find out by filtering either: everybody is there.
  expect(await named(partner, "nobody has this")).toHaveLength(2);
  expect(await tagRegistration(editor, bo, { tag: "Buss från Åhus", isOn: false }, NOW)).toMatchObject({
    value: { changed: true },
  });
  expect(await named(viewer, "buss från åhus")).toEqual(["Anna Ek"]);
  expect(await findOwnWords(partner, anna.registrationId)).toBeNull();
  const log = await db.auditEntry.findMany({ where: { subjectId: bo.registrationId }, orderBy: { id: "asc" } });
  expect(log.map(({ action }) => action)).toEqual(["registration.tagged", "registration.untagged"]);
});

it("a tag that only protected people have is no word of those who may not see them", async () => {
  const hidden = await person({ protectedIdentity: true });
  await tagRegistration(editor, hidden, { tag: "Sekretess", isOn: true }, NOW);
  expect((await getEventFacets(editor)).tags.map(({ key }) => key)).toContain("sekretess");
  expect((await getEventFacets(viewer)).tags.map(({ key }) => key)).not.toContain("sekretess");
});

it("notes are the organisation's, part of what the person may ask for, and go when the person is forgotten", async () => {
  const scope = await person();
  const { registrationId } = scope;
  const written = await noteRegistration(editor, scope, { text: "Ringde\nom rullstol." }, NOW);
  const second = await noteRegistration(editor, scope, { text: "Klart." }, NOW);
  if (!written.ok || !second.ok) throw new Error("not written");
  expect(await noteRegistration(editor, scope, { text: " " }, NOW)).toMatchObject({ code: "note_invalid" });
  await removeNote(editor, await person(), written.value.id, NOW);
  await removeNote(editor, scope, second.value.id, NOW);
  expect((await findOwnWords(viewer, registrationId))?.notes).toMatchObject([{ text: "Ringde\nom rullstol." }]);
  await tagRegistration(editor, scope, { tag: "Rullstol", isOn: true }, NOW);
  expect(await getStoredData(scope)).toMatchObject({ tags: ["Rullstol"], notes: [{ text: "Ringde\nom rullstol." }] });
  const { bookingId, emailNormalised } = await db.registration.findUniqueOrThrow({ where: { id: registrationId } });
  const { organisationId } = event;
  await db.$transaction((tx) => forgetPerson(tx, { registrationId, organisationId, bookingId, emailNormalised }, NOW));
  expect(await findOwnWords(viewer, registrationId)).toEqual({ tags: [], notes: [] });
});
