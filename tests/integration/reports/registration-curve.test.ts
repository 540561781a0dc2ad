import { beforeAll, describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { registrationCurve } from "@/lib/reports/queries/registration-curve";
import { at, NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation, createSeries } from "@/tests/support/factories/organisation";
import { createRegistration } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

let event: CreatedEvent;
let previous: CreatedEvent;

beforeAll(async () => {
  const organisation = await createOrganisation(database());
  const series = await createSeries(database(), organisation.id);
  const edition = { organisationId: organisation.id, seriesId: series.id };
  const lastYear = NOW.subtract({ hours: 365 * 24 });
  await createEvent(database(), { ...edition }, lastYear.subtract({ hours: 365 * 24 }));
  previous = await createEvent(database(), edition, lastYear);
  event = await createEvent(database(), edition, NOW);
  const on = (target: CreatedEvent, wallClock: string, state: "CONFIRMED" | "CANCELLED" = "CONFIRMED") =>
    createRegistration(database(), target, { createdAt: toTimestamp(at(wallClock)), state }, NOW);
  // Half past midnight in Sweden is still the day before in UTC.
  await on(event, "2026-09-12 00:30");
  await on(event, "2026-09-12 23:59");
  await on(event, "2026-09-14 08:00");
  await on(event, "2026-09-14 09:00", "CANCELLED");
  await on(previous, "2025-09-20 08:00");
});

const reader = async (organisationId: string, slug = event.slug) =>
  scopeOf((await createMember(database(), organisationId, "VIEWER")).id, slug, NOW);

describe("the curve of an event", () => {
  it("sums up per day on the event's clock, those who left apart, up to today", async () => {
    const { current, deadline } = await registrationCurve(await reader(event.organisationId), NOW);
    expect(deadline).toEqual(fromDateColumn(event.lastRegistrationDay));
    expect(current.points.map(({ day, added, total }) => [day.toString(), added, total])).toEqual([
      ["2026-09-12", 2, 2],
      ["2026-09-13", 0, 2],
      ["2026-09-14", 1, 3],
      ["2026-09-15", 0, 3],
    ]);
  });

  it("is laid over the edition before it, by days before its own deadline", async () => {
    const { previous: before } = await registrationCurve(await reader(event.organisationId), NOW);
    expect(before?.title).toEqual(previous.title);
    const last = fromDateColumn(previous.lastRegistrationDay);
    expect(before?.points[0]).toMatchObject({ daysBefore: last.since("2025-09-20").days, total: 1 });
    expect(before?.points.at(-1)).toMatchObject({ daysBefore: 0, total: 1 });
  });

  it("tells a co-organiser nothing of other editions", async () => {
    const partner = await createOrganisation(database());
    await database().coOrganiser.create({
      data: { eventId: event.id, organisationId: partner.id, access: "WHOLE_EVENT" },
    });
    const curve = await registrationCurve(await reader(partner.id), NOW);
    expect(curve.previous).toBeNull();
    expect(curve.current.points.at(-1)?.total).toBe(3);
  });

  it("is empty for an event without registrations or series", async () => {
    const lone = await createEvent(
      database(),
      { lastRegistrationDay: toDateColumn(fromDateColumn(event.endsOn)) },
      NOW,
    );
    expect(await registrationCurve(await reader(lone.organisationId, lone.slug), NOW)).toMatchObject({
      current: { points: [] },
      previous: null,
    });
  });
});
