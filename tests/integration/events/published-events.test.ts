import { expect, it } from "vitest";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { listPublishedEvents } from "@/lib/events/queries/published-events";
import { findPublishedSeries } from "@/lib/events/queries/published-series";
import { database } from "@/lib/platform/db";
import { listProgramme } from "@/lib/programme/queries/programme";
import { listOpenCategories } from "@/lib/ticketing/queries/open-categories";
import { NOW } from "../../support/clock";
import { createCategory } from "../../support/factories/category";
import { createEvent } from "../../support/factories/event";
import { createOrganisation, createSeries } from "../../support/factories/organisation";
import { createRegistration } from "../../support/factories/registration";
import { createSession, createSpeaker } from "../../support/factories/session";

const db = database();

it("lists what is published, past editions under their series; drafts are nowhere, unlisted ones only at their address", async () => {
  const { id: organisationId } = await createOrganisation(db);
  const series = await createSeries(db, organisationId);
  const own = { organisationId, seriesId: series.id };
  const later = await createEvent(db, { ...own, daysAhead: 60 }, NOW);
  const sooner = await createEvent(db, { ...own, daysAhead: 10 }, NOW);
  const today = await createEvent(db, { organisationId, daysAhead: 0 }, NOW);
  const past = await createEvent(db, { ...own, daysAhead: 9 }, NOW.subtract({ hours: 240 }));
  const older = await createEvent(db, { organisationId }, NOW.subtract({ hours: 9600 }));
  const draft = await createEvent(db, { ...own, status: "DRAFT" }, NOW);
  const unlisted = await createEvent(db, { ...own, unlisted: true }, NOW);

  const listed = await listPublishedEvents(NOW);
  expect(listed.upcoming.map((event) => event.slug)).toEqual([today.slug, sooner.slug, later.slug]);
  expect(listed.past.map((group) => [group.series?.slug, group.events.map((event) => event.slug)])).toEqual([
    [series.slug, [past.slug]],
    [undefined, [older.slug]],
  ]);
  expect(await findPublishedEvent(draft.slug, NOW)).toBeNull();
  expect((await findPublishedEvent(unlisted.slug, NOW))?.isUnlisted).toBe(true);
  expect((await findPublishedEvent(later.slug, NOW))?.otherEditions.map((event) => event.slug)).toEqual([
    sooner.slug,
    past.slug,
  ]);
  const page = await findPublishedSeries(series.slug, NOW);
  expect([page?.upcoming.length, page?.past.length]).toEqual([2, 1]);
});

it("tells places as openly as the organiser has chosen", async () => {
  const events = await Promise.all(
    (["EXACT", "FEW", "HIDDEN"] as const).map((availability) => createEvent(db, { availability, capacity: 2 }, NOW)),
  );
  for (const event of events) await createRegistration(db, event, {}, NOW);
  const told = await Promise.all(events.map(async (event) => (await findPublishedEvent(event.slug, NOW))?.places));
  expect(told).toEqual([{ kind: "left", left: 1 }, { kind: "few" }, { kind: "available" }]);
});

it("reads the programme by day, what adds no day beside it, and only the categories visitors may pick", async () => {
  const event = await createEvent(db, { dayCount: 2 }, NOW);
  const second = event.days[1];
  const workshop = await createSession(db, event, { capacity: 5 });
  const closing = await createSession(db, event, {
    dayId: second?.id,
    startsAt: second?.opensAt,
    endsAt: second?.closesAt,
  });
  const mingle = await createSession(db, event, { dayId: null, kind: "MINGLE", capacity: 1 });
  const speaker = await createSpeaker(db, event.organisationId, [workshop.id]);
  await createCategory(db, event.id, { hidden: true });

  const programme = await listProgramme(event);
  expect(programme.days.map((day) => day.sessions.map((session) => session.id))).toEqual([[workshop.id], [closing.id]]);
  expect(programme.beside.map((session) => [session.id, session.places])).toEqual([
    [mingle.id, { kind: "left", left: 1 }],
  ]);
  expect(programme.days[0]?.sessions[0]?.speakers.map((one) => one.name)).toEqual([speaker.name]);
  expect((await listOpenCategories(event, NOW)).map((category) => category.key)).toEqual(["deltagare"]);
});
