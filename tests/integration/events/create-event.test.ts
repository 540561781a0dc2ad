import { describe, expect, it } from "vitest";
import type { UserScope } from "@/lib/auth/scopes";
import { openUser } from "@/lib/auth/user-gate";
import { fromDateColumn } from "@/lib/core/local-date";
import { createEvent } from "@/lib/events/commands/create-event";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { NOW } from "../../support/clock";
import { createMember } from "../../support/factories/member";
import { createOrganisation, createSeries } from "../../support/factories/organisation";
import { rowCounts } from "../../support/registering";
import { sessionOf } from "../../support/signed-in";

const db = database();
const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
const inDays = (days: number) => today.add({ days }).toString();

async function newcomer(role: MemberRole = "EDITOR") {
  const organisation = await createOrganisation(db);
  const member = await createMember(db, organisation.id, role);
  const user = await openUser(await sessionOf(member.id, NOW), NOW);
  if (!user.ok) throw new Error(user.code);
  return { organisation, user: user.value as UserScope };
}

const sent = (organisation: string, changes: Record<string, unknown> = {}) => ({
  ...{ title: "Möten i Öst", organisation, series: "", startsOn: inDays(60), endsOn: inDays(61) },
  ...{ lastRegistrationDay: inDays(46), venueSteps: "30: 50 %", contactName: "Kansliet" },
  ...{ contactEmail: "kansliet@example.org", ...changes },
});

describe("creating an event", () => {
  it("makes a draft with days, a category, a quota and proposed deadlines, and says so in the history", async () => {
    const { organisation, user } = await newcomer();
    const series = await createSeries(db, organisation.id);
    const first = await createEvent(user, sent(organisation.id, { series: series.id }), NOW);
    if (!first.ok) throw new Error(first.code);
    const event = await db.event.findUniqueOrThrow({
      where: { slug: first.value.slug },
      include: { days: { orderBy: { date: "asc" } }, categories: true, quotas: true, auditEntries: true },
    });
    expect(event).toMatchObject({
      ...{ status: "DRAFT", organisationId: organisation.id, seriesId: series.id },
      ...{ title: { sv: "Möten i Öst", en: "Möten i Öst" }, venueSteps: [{ daysBefore: 30, perCent: 50 }] },
    });
    expect(event.slug).toMatch(/^moten-i-ost/);
    expect(event.days.map(({ date }) => fromDateColumn(date).toString())).toEqual([inDays(60), inDays(61)]);
    expect(event.lastCateringDay && fromDateColumn(event.lastCateringDay).toString()).toBe(inDays(53));
    expect(event.lastCancelDay && fromDateColumn(event.lastCancelDay).toString()).toBe(inDays(59));
    expect(event.categories.map(({ key }) => key)).toEqual(["deltagare"]);
    expect(event.quotas).toMatchObject([{ categoryId: null, dayId: null, capacity: null, used: 0 }]);
    expect(event.auditEntries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["event.created", user.userId],
    ]);
    const again = await createEvent(user, sent(organisation.id), NOW);
    expect(again.ok && again.value.slug).toBe(`moten-i-ost-${today.add({ days: 60 }).year}`);
  });

  it.each([
    [{ title: " " }, { title: "required" }],
    [{ startsOn: "" }, { startsOn: "required" }],
    [{ startsOn: "2027-02-30" }, { startsOn: "date_invalid" }],
    [{ endsOn: inDays(59) }, { endsOn: "before_first_day", lastRegistrationDay: undefined }],
    [{ endsOn: inDays(95) }, { endsOn: "too_many_days" }],
    [{ lastRegistrationDay: inDays(62) }, { lastRegistrationDay: "after_last_day" }],
    [{ venueSteps: "mycket" }, { venueSteps: "steps_invalid" }],
    [{ contactEmail: "kansliet" }, { contactEmail: "email_invalid" }],
    [{ organisation: "" }, { organisation: "required" }],
    [{ series: "annan" }, { series: "choice_unknown" }],
    [{ title: { $gt: "" } }, { title: "wrong_type" }],
    [{ title: "x".repeat(100_000) }, { title: "too_long" }],
  ])("refuses %o by field and writes nothing", async (changes, detail) => {
    const { organisation, user } = await newcomer();
    const before = await rowCounts();
    const expected = Object.fromEntries(Object.entries(detail).filter(([, code]) => code));
    expect(await createEvent(user, sent(organisation.id, changes), NOW)).toEqual({
      ...{ ok: false, code: "invalid", detail: expected },
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("is for owners and editors, in their own organisation and its series", async () => {
    const { organisation, user } = await newcomer("OWNER");
    for (const role of ["VIEWER", "DOOR"] as const) {
      const other = await newcomer(role);
      const refused = await createEvent(other.user, sent(other.organisation.id), NOW);
      expect(refused).toMatchObject({ detail: { organisation: "choice_unknown" } });
    }
    const stranger = await newcomer("OWNER");
    const foreign = await createEvent(stranger.user, sent(organisation.id), NOW);
    expect(foreign).toMatchObject({ detail: { organisation: "choice_unknown" } });
    const series = await createSeries(db, stranger.organisation.id);
    const wrongSeries = await createEvent(user, sent(organisation.id, { series: series.id }), NOW);
    expect(wrongSeries).toMatchObject({ detail: { series: "choice_unknown" } });
  });
});
