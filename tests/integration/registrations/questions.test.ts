import { expect, it } from "vitest";
import { canSeeNeeds } from "@/lib/auth/policy";
import { database } from "@/lib/platform/db";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { deleteExpiredNeeds } from "@/lib/registrations/commands/delete-expired-needs";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { readNeeds } from "@/lib/reports/commands/read-needs";
import { offeredColumns } from "@/lib/reports/policy";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { person, register, scopeOf } from "../../support/registering";
import { scopeOf as userScopeOf } from "../../support/signed-in";

const db = database();
const label = { sv: "Fråga", en: "Question" };

async function asking() {
  const event = await createEvent(db, {}, NOW);
  const ask = (key: string, more: object) =>
    db.question.create({ data: { eventId: event.id, key, kind: "TEXT", label, ...more } });
  await ask("travel", { kind: "YES_NO", position: 1 });
  await ask("flight", { required: true, showIf: { key: "travel", values: ["yes"] }, position: 2 });
  await ask("support", { sensitive: true, position: 3 });
  await ask("order", { asked: "BOOKING", position: 4 });
  return event;
}
const FULL = { travel: true, flight: "SK 1", support: "ledsagare", order: "4711" };
const stored = (reference: string) =>
  db.registration.findUniqueOrThrow({
    where: { reference },
    select: {
      answers: true,
      booking: { select: { answers: true } },
      needs: { select: { diet: true, access: true, answers: true } },
    },
  });
async function registered(slug: string, answers: object) {
  const result = await register(slug, person({ answers }), NOW);
  if (!result.ok) throw new Error(result.code);
  return result.value.reference;
}

it("keeps each answer where it belongs, and none whose condition is not met", async () => {
  const { slug } = await asking();
  expect(await stored(await registered(slug, FULL))).toEqual({
    answers: { travel: true, flight: "SK 1" },
    booking: { answers: { order: "4711" } },
    needs: { diet: null, access: null, answers: { support: "ledsagare" } },
  });
  expect(await stored(await registered(slug, { ...FULL, travel: false, support: "" }))).toEqual({
    answers: { travel: false },
    booking: { answers: { order: "4711" } },
    needs: null,
  });
  expect(await register(slug, person({ answers: { travel: true } }), NOW)).toMatchObject({
    code: "invalid",
    detail: { "answers.flight": [{ code: "required" }] },
  });
});

it("changes what is asked now and leaves what is not", async () => {
  const event = await asking();
  const reference = await registered(event.slug, FULL);
  const scope = await scopeOf(reference);
  await db.question.updateMany({
    where: { eventId: event.id, key: "flight" },
    data: { retiredAt: event.needsDeletedOn },
  });
  expect((await getRegistration(scope, NOW)).answers).toEqual(FULL);
  expect(await changeRegistration(scope, { answers: { travel: false } }, NOW)).toMatchObject({ ok: true });
  expect(await stored(reference)).toEqual({
    answers: { travel: false, flight: "SK 1" },
    booking: { answers: { order: "4711" } },
    needs: null,
  });
  expect(await changeRegistration(scope, { answers: { order: "4712" } }, NOW)).toMatchObject({
    detail: { "answers.order": [{ code: "unknown_field" }] },
  });
});

it("closes a question the day after its last day, and keeps the answer", async () => {
  const event = await asking();
  const reference = await registered(event.slug, FULL);
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
  const isClosed = async (lastDay: string) => {
    await db.question.updateMany({ where: { eventId: event.id }, data: { lastAnswerDay: day(lastDay) } });
    const form = await findRegistrationForm(event.slug, null, NOW.add({ seconds: 2 }));
    return form?.questions.map((question) => question.isClosed);
  };
  expect(await isClosed(today.toString())).toEqual([false, false, false, false]);
  expect(await isClosed(today.subtract({ days: 1 }).toString())).toEqual([true, true, true, true]);
  const scope = await scopeOf(reference);
  expect(await changeRegistration(scope, { diet: "Vegan" }, NOW)).toMatchObject({ ok: true });
  expect(await stored(reference)).toMatchObject({
    answers: { travel: true, flight: "SK 1" },
    needs: { diet: "Vegan", answers: { support: "ledsagare" } },
  });
});

it("opens sensitive answers only by right, writes it down, and deletes them on their day", async () => {
  const event = await asking();
  const reference = await registered(event.slug, FULL);
  const as = async (role: "OWNER" | "VIEWER") =>
    userScopeOf((await createMember(db, event.organisationId, role)).id, event.slug, NOW);
  const [owner, viewer] = [await as("OWNER"), await as("VIEWER")];
  const columns = async (scope: typeof owner) =>
    offeredColumns(scope, (await getEventFacets(scope)).questions).map(({ key }) => key);
  expect(canSeeNeeds(viewer.role)).toBe(false);
  expect(await columns(viewer)).not.toContain("answer.support");
  expect(await columns(owner)).toContain("answer.support");
  expect(await readNeeds(viewer, reference, NOW)).toMatchObject({ code: "needs_forbidden" });
  expect(await readNeeds(owner, reference, NOW)).toMatchObject({ value: { answers: { support: "ledsagare" } } });
  expect(await db.auditEntry.count({ where: { eventId: event.id, action: "needs.read" } })).toBe(1);
  await deleteExpiredNeeds(NOW.add({ hours: 24 * 3650 }));
  expect((await stored(reference)).needs).toBeNull();
});
