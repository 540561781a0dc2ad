import pg from "pg";
import { expect, it, vi } from "vitest";
import { openUser } from "@/lib/auth/user-gate";
import { database } from "@/lib/platform/db";
import { getEventCounts } from "@/lib/reports/queries/event-counts";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { listRegistrations } from "@/lib/reports/queries/list-registrations";
import { listMyEvents } from "@/lib/reports/queries/my-events";
import { parseFilter } from "@/lib/reports/schema";
import { NOW } from "@/tests/support/clock";
import { createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { createRegistration } from "@/tests/support/factories/registration";
import { createSession } from "@/tests/support/factories/session";
import { scopeOf, sessionOf } from "@/tests/support/signed-in";

/** How many statements really reach Postgres. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const { length } = query.mock.calls;
  query.mockRestore();
  return length;
}

it("reads a list and its counts with as many statements for three people as for one", async () => {
  const event = await createEvent(database(), { dayCount: 3, capacity: null }, NOW);
  const scope = await scopeOf((await createMember(database(), event.organisationId)).id, event.slug, NOW);
  const sessions = [
    await createSession(database(), event, { capacity: 9 }),
    await createSession(database(), event, { capacity: 9 }),
  ];
  const register = () => createRegistration(database(), event, { sessionIds: sessions.map(({ id }) => id) }, NOW);
  const read = async () => {
    await listRegistrations(scope, parseFilter({}).filter, 1);
    await getEventCounts(scope);
    await getEventFacets(scope);
  };
  await register();
  const forOne = await statements(read);
  await register();
  await register();
  expect(forOne).toBeGreaterThan(2);
  expect(await statements(read)).toBe(forOne);
  expect(await statements(() => listRegistrations(scope, parseFilter({}).filter, 1))).toBe(2);
});

it("reads my events with as many statements for three as for one", async () => {
  const organisation = await createOrganisation(database());
  const { id } = await createMember(database(), organisation.id);
  const user = await openUser(await sessionOf(id, NOW), NOW);
  if (!user.ok) throw new Error(user.code);
  await createEvent(database(), { organisationId: organisation.id }, NOW);
  const forOne = await statements(() => listMyEvents(user.value, NOW));
  await createEvent(database(), { organisationId: organisation.id }, NOW);
  await createEvent(database(), { organisationId: organisation.id }, NOW);
  expect(await statements(() => listMyEvents(user.value, NOW))).toBe(forOne);
});
