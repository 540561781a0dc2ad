import { describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime, fromDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { exportMeals } from "@/lib/reports/commands/export-meals";
import { readMeals } from "@/lib/reports/commands/read-meals";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { at } from "../../support/clock";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { createSession } from "../../support/factories/session";
import { person, register, scopeOf } from "../../support/registering";
import { scopeOf as eventScopeOf } from "../../support/signed-in";

const db = database();
const NOW = at("2018-10-01 12:00");

/** Integration & Arbetsmarknad, 28 and 29 November 2018, with lunch on both days and an evening before that one signs up for. */
async function twoDays(role: "OWNER" | "VIEWER" = "OWNER") {
  const event = await createEvent(db, { dayCount: 2, daysAhead: 58 }, NOW);
  const lunch = async (index: number) => {
    const day = event.days[index];
    if (!day) throw new Error("no such day");
    const startsAt = toTimestamp(atLocalTime(fromDateColumn(day.date), "12:00", "Europe/Stockholm"));
    const hours = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
    return createSession(db, event, { kind: "MEAL", dayId: day.id, title: { sv: "Lunch", en: "Lunch" }, ...hours });
  };
  await lunch(0);
  await lunch(1);
  const before = await createSession(db, event, {
    kind: "MINGLE",
    dayId: null,
    title: { sv: "Kvällen före", en: "The evening before" },
    startsAt: toTimestamp(at("2018-11-27 18:00")),
    endsAt: toTimestamp(at("2018-11-27 20:00")),
    capacity: 3,
  });
  const member = await createMember(db, event.organisationId, role);
  return { event, before, scope: await eventScopeOf(member.id, event.slug, NOW) };
}

async function counted({ scope }: Awaited<ReturnType<typeof twoDays>>) {
  const meals = await readMeals(scope, "page", NOW);
  if (!meals.ok) throw new Error(meals.code);
  return Object.fromEntries(
    meals.value.map(({ date, title, confirmed, diets }) => [`${date.toString()} ${title.sv}`, [confirmed, diets]]),
  );
}

async function comes(event: CreatedEvent, fields: Record<string, unknown>) {
  const answer = await register(event.slug, person(fields), NOW);
  if (!answer.ok) throw new Error(answer.code);
  return scopeOf(answer.value.reference);
}

describe("story 3: selected days", () => {
  it("who books only 29 November is counted at lunch on the 29th, not on the 28th", async () => {
    const conference = await twoDays();
    const { event } = conference;
    await comes(event, { days: ["2018-11-28", "2018-11-29"] });
    const scope = await comes(event, { days: ["2018-11-29"], diet: " Vegan " });
    expect(await counted(conference)).toEqual({
      "2018-11-27 Kvällen före": [0, []],
      "2018-11-28 Lunch": [1, []],
      "2018-11-29 Lunch": [2, [{ diet: "vegan", count: 1 }]],
    });
    await changeRegistration(scope, { days: ["2018-11-28"], diet: "vegan" }, NOW);
    expect(await counted(conference)).toMatchObject({
      "2018-11-28 Lunch": [2, [{ diet: "vegan", count: 1 }]],
      "2018-11-29 Lunch": [1, []],
    });
    await cancelRegistration(scope, NOW);
    expect(await counted(conference)).toMatchObject({ "2018-11-28 Lunch": [1, []], "2018-11-29 Lunch": [1, []] });
  });
});

describe("story 4: the evening before", () => {
  it("three colleagues take its three places; they add no day and no lunch", async () => {
    const conference = await twoDays();
    const { event, before } = conference;
    for (const diet of ["Vegan", "vegan", undefined])
      await comes(event, { days: ["2018-11-29"], sessions: [before.id], diet });
    expect(await counted(conference)).toMatchObject({
      "2018-11-27 Kvällen före": [3, [{ diet: "vegan", count: 2 }]],
      "2018-11-28 Lunch": [0, []],
      "2018-11-29 Lunch": [3, [{ diet: "vegan", count: 2 }]],
    });
    expect(await register(event.slug, person({ sessions: [before.id] }), NOW)).toMatchObject({ code: "full" });
  });
});

describe("the caterer's counts", () => {
  it("take the right to needs, name nobody, count everybody who eats and are audited as counts", async () => {
    const conference = await twoDays();
    const { event, scope } = conference;
    await createRegistration(db, event, { name: "Hemlig Person", protectedIdentity: true }, NOW);
    await createRegistration(db, event, { state: "PENDING_APPROVAL" }, NOW);
    const answer = await readMeals(scope, "page", NOW);
    const meals = answer.ok ? answer.value : [];
    expect(meals.map(({ confirmed, notYetConfirmed }) => [confirmed, notYetConfirmed])).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
    expect(JSON.stringify(meals)).not.toContain("Hemlig");
    const audit = await db.auditEntry.findFirstOrThrow({ where: { eventId: event.id, action: "meals.counted" } });
    expect(audit).toMatchObject({ subjectId: null, detail: { meals: 3, people: 2 } });
    const viewer = await twoDays("VIEWER");
    expect(await readMeals(viewer.scope, "page", NOW)).toMatchObject({ code: "needs_forbidden" });
  });

  it("as a file: Swedish Excel's CSV, with formulas made harmless", async () => {
    const { event, scope } = await twoDays();
    await comes(event, { days: ["2018-11-29"], diet: "=1+1" });
    const file = await exportMeals(scope, { facets: await getEventFacets(scope), locale: "sv" }, NOW);
    if (!file.ok) throw new Error(file.code);
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.value.chunks) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString("utf8").split("\r\n");
    expect(lines[0]).toBe("\uFEFFDag;Tid;Måltid;Specialkost;Antal");
    expect(lines).toContain("torsdag 29 november 2018;12:00;Lunch;'=1+1;1");
    expect(lines).toContain("onsdag 28 november 2018;12:00;Lunch;Alla bekräftade;0");
  });
});
