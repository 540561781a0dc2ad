import { beforeAll, expect, it } from "vitest";
import { openUser } from "@/lib/auth/user-gate";
import { database } from "@/lib/platform/db";
import type { CoOrganiserAccess, MemberRole } from "@/lib/platform/generated/client";
import { listMyEvents } from "@/lib/reports/queries/my-events";
import { NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { createRegistration } from "@/tests/support/factories/registration";
import { sessionOf } from "@/tests/support/signed-in";

let upcoming: CreatedEvent;
let later: CreatedEvent;
let past: CreatedEvent;

beforeAll(async () => {
  const { id: organisationId } = await createOrganisation(database());
  later = await createEvent(database(), { organisationId, daysAhead: 60, status: "DRAFT" }, NOW);
  upcoming = await createEvent(database(), { organisationId, daysAhead: 0, capacity: 7 }, NOW);
  past = await createEvent(database(), { organisationId }, NOW.subtract({ hours: 24 * 90 }));
  await createRegistration(database(), upcoming, {}, NOW);
  await createEvent(database(), {}, NOW);
});

async function mine(organisationId: string, role: MemberRole = "OWNER") {
  const { id } = await createMember(database(), organisationId, role);
  const user = await openUser(await sessionOf(id, NOW), NOW);
  if (!user.ok) throw new Error(user.code);
  return listMyEvents(user.value, NOW);
}

it("are the organisation's: upcoming by date, today's included, past apart, nobody else's", async () => {
  const events = await mine(upcoming.organisationId);
  expect(events.upcoming.map(({ slug }) => slug)).toEqual([upcoming.slug, later.slug]);
  expect(events.past.map(({ slug }) => slug)).toEqual([past.slug]);
  expect(events.upcoming[0]).toMatchObject({ places: { taken: 1, capacity: 7 }, daysLeft: 0, opens: "overview" });
  expect(events.past[0]?.daysLeft).toBeLessThan(0);
});

it("lead the door to the list", async () => {
  expect((await mine(upcoming.organisationId, "DOOR")).upcoming[0]?.opens).toBe("list");
});

it.each([
  ["WHOLE_EVENT", "OWNER", { taken: 1, capacity: 7 }],
  ["OWN_SESSIONS", "OWNER", null],
] as const)("of a co-organiser with %s are that one event", async (access, role, places) => {
  const events = await mine(await partner(access), role);
  expect([...events.upcoming, ...events.past].map(({ slug }) => slug)).toEqual([upcoming.slug]);
  expect(events.upcoming[0]?.places).toEqual(places);
});

it.each([
  ["NONE", "OWNER"],
  ["WHOLE_EVENT", "DOOR"],
] as const)("are none for a co-organiser with %s as %s", async (access, role) => {
  expect(await mine(await partner(access), role)).toEqual({ upcoming: [], past: [] });
});

async function partner(access: CoOrganiserAccess) {
  const { id: organisationId } = await createOrganisation(database());
  await database().coOrganiser.create({ data: { eventId: upcoming.id, organisationId, access } });
  return organisationId;
}
