import { beforeAll, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { getEventCounts } from "@/lib/reports/queries/event-counts";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { listRegistrations } from "@/lib/reports/queries/list-registrations";
import { registrationCurve } from "@/lib/reports/queries/registration-curve";
import { getRegistrationDetail } from "@/lib/reports/queries/registration-detail";
import { parseFilter } from "@/lib/reports/schema";
import { NOW } from "@/tests/support/clock";
import { createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { createRegistration } from "@/tests/support/factories/registration";
import { createSession } from "@/tests/support/factories/session";
import { scopeOf } from "@/tests/support/signed-in";

// Story 6: a university that hosts one seminar sees the sign-ups of its own seminar only.
let university: EventScope;
let ownSession: string;
let otherSession: string;
let foreignReference: string;
let ownReference: string;

beforeAll(async () => {
  const host = await createOrganisation(database());
  const event = await createEvent(database(), { capacity: null }, NOW);
  await database().coOrganiser.create({
    data: { eventId: event.id, organisationId: host.id, access: "OWN_SESSIONS" },
  });
  await database().question.create({
    data: { eventId: event.id, key: "roll", kind: "TEXT", label: { sv: "Roll", en: "Role" } },
  });
  const hosted = { hostOrganisationId: host.id, capacity: 5, title: { sv: "Fördomar", en: "Prejudice" } };
  ownSession = (await createSession(database(), event, hosted)).id;
  otherSession = (await createSession(database(), event, { capacity: 5, title: { sv: "Annat", en: "Other" } })).id;
  const both = { name: "Båda", sessionIds: [ownSession, otherSession], answers: { roll: "hemlig" } };
  ownReference = (await createRegistration(database(), event, both, NOW)).reference;
  const elsewhere = { name: "Annan", sessionIds: [otherSession] };
  foreignReference = (await createRegistration(database(), event, elsewhere, NOW)).reference;
  await createRegistration(database(), event, { name: "Ingen" }, NOW);
  const { id } = await createMember(database(), host.id);
  university = await scopeOf(id, event.slug, NOW);
});

it("lists only who chose a hosted session, with that session alone and no answers to the event's questions", async () => {
  const list = await listRegistrations(university, parseFilter({}).filter, 1);
  expect(list.rows.map(({ name, details }) => [name, details?.sessions, details?.answers])).toEqual([
    ["Båda", [{ sv: "Fördomar", en: "Prejudice" }], {}],
  ]);
  expect([...list.tabs]).toEqual([
    ["all", 1],
    ["confirmed", 1],
  ]);
});

it("cannot ask about sessions or answers by filter", async () => {
  const named = async (raw: Record<string, string>) =>
    (await listRegistrations(university, parseFilter(raw).filter, 1)).rows.map(({ name }) => name);
  expect(await named({ session: ownSession })).toEqual(["Båda"]);
  expect(await named({ session: otherSession })).toEqual([]);
  expect(await named({ answer: "roll:fel" })).toEqual(["Båda"]);
});

it("is offered its own sessions to filter by, and no questions", async () => {
  const facets = await getEventFacets(university);
  expect(facets.sessions.map(({ id }) => id)).toEqual([ownSession]);
  expect(facets.questions).toEqual([]);
});

it("counts and draws its own alone, without the whole event's capacity", async () => {
  const counts = await getEventCounts(university);
  expect(counts.event).toEqual({ taken: 1, capacity: null });
  expect(counts.sessions).toEqual([
    { id: ownSession, title: { sv: "Fördomar", en: "Prejudice" }, places: { taken: 1, capacity: 5 } },
  ]);
  expect((await registrationCurve(university, NOW)).current.points.at(-1)?.total).toBe(1);
});

it("opens its own attendees and finds nobody else", async () => {
  expect(await detailOf(university, ownReference)).toMatchObject({
    ok: true,
    value: { row: { name: "Båda" }, mayOpenNeeds: false },
  });
  expect(await detailOf(university, foreignReference)).toMatchObject({ code: "registration_not_found" });
});

async function detailOf(scope: EventScope, reference: string) {
  return getRegistrationDetail(scope, reference, { facets: await getEventFacets(scope), locale: "sv" });
}
