import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { NOW } from "../support/clock";
import { createCategory } from "../support/factories/category";
import { createEvent } from "../support/factories/event";
import { createInvitation } from "../support/factories/invitation";
import { createMember } from "../support/factories/member";
import { createOrganisation, createSeries } from "../support/factories/organisation";
import { createRegistration } from "../support/factories/registration";
import { createSession, createSpeaker } from "../support/factories/session";

it("the factories make rows that pass every constraint, and the database counts the places", async () => {
  const db = database();
  const organisation = await createOrganisation(db);
  const series = await createSeries(db, organisation.id);
  const event = await createEvent(
    db,
    { organisationId: organisation.id, seriesId: series.id, dayCount: 2, capacity: 3 },
    NOW,
  );
  const category = await createCategory(db, event.id, { capacity: 1 });
  const workshop = await createSession(db, event, { capacity: 2 });
  const speaker = await createSpeaker(db, organisation.id, [workshop.id]);
  const member = await createMember(db, organisation.id, "EDITOR");
  const invitation = await createInvitation(db, event.id, { categoryId: category.id });
  await createRegistration(db, event, { sessionIds: [workshop.id] }, NOW);
  await createRegistration(db, event, { categoryId: category.id }, NOW);
  await createRegistration(db, event, { state: "CANCELLED" }, NOW);

  const quotas = await db.quota.findMany({ where: { eventId: event.id } });
  const used = (of: (quota: (typeof quotas)[number]) => boolean) => quotas.find(of)?.used;
  expect(used((quota) => !quota.categoryId && !quota.dayId && !quota.sessionId && !quota.voucherId)).toBe(2);
  expect(used((quota) => quota.categoryId === category.id)).toBe(1);
  expect(used((quota) => quota.sessionId === workshop.id)).toBe(1);
  expect([speaker.organisationId, invitation.state, member.email]).toEqual([
    organisation.id,
    "SENT",
    expect.stringMatching(/@example\.org$/),
  ]);
});

it("the database refuses one place too many, also when written past the commands", async () => {
  const db = database();
  const event = await createEvent(db, { capacity: 1 }, NOW);
  await createRegistration(db, event, {}, NOW);
  await expect(createRegistration(db, event, {}, NOW)).rejects.toThrow(/is full|quota_not_oversold/);
  expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
});
