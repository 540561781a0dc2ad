import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { answerChange } from "@/lib/registrations/commands/answer-change";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { at } from "../../support/clock";
import { createCategory } from "../../support/factories/category";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createSession } from "../../support/factories/session";
import { person, quotasOffTheRows, register, scopeOf } from "../../support/registering";
import { scopeOf as eventScopeOf } from "../../support/signed-in";

const db = database();
const MONDAY = at("2026-09-14 09:00");

async function join(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), MONDAY);
  if (!result.ok) throw new Error(result.code);
  return scopeOf(result.value.reference);
}
type Scope = Awaited<ReturnType<typeof join>>;
const state = async ({ registrationId: id }: Scope) =>
  (await db.registration.findUniqueOrThrow({ where: { id } })).state;
const waitState = async ({ registrationId }: Scope) =>
  (await db.sessionWaiting.findFirstOrThrow({ where: { registrationId }, orderBy: { number: "desc" } })).state;

/** Two days of which the second has one place, taken; somebody who comes on the first, and somebody in line for the second. */
async function fullSecondDay() {
  const event = await createEvent(db, { dayCount: 2, capacity: 50, waitingList: true, daysAhead: 60 }, MONDAY);
  const [first, second] = event.days.map(({ date }) => date.toISOString().slice(0, 10)) as [string, string];
  await db.quota.create({ data: { eventId: event.id, dayId: event.days[1]?.id ?? null, capacity: 1 } });
  const holder = await join(event, { days: [first, second] });
  const early = await join(event, { days: [first] });
  const inLine = await join(event, { days: [second] });
  expect(await state(inLine)).toBe("WAITLISTED");
  return { event, first, second, holder, early, inLine };
}
const pause = (event: CreatedEvent, offersPaused: boolean) =>
  db.event.update({ where: { id: event.id }, data: { offersPaused } });

it("a day given up is offered at once to who waits for it, and nobody takes it before them by changing", async () => {
  const { event, first, second, holder, early, inLine } = await fullSecondDay();
  await pause(event, true);
  expect(await changeRegistration(holder, { days: [first] }, MONDAY)).toMatchObject({ ok: true });
  // Free, but the line's: the organiser has paused the offers.
  expect(await changeRegistration(early, { days: [first, second] }, MONDAY)).toMatchObject({
    code: "full",
    detail: { level: "day", key: second },
  });
  await db.quota.updateMany({ where: { eventId: event.id, dayId: { not: null } }, data: { capacity: 2 } });
  expect(await changeRegistration(early, { days: [first, second] }, MONDAY)).toMatchObject({ ok: true });
  await pause(event, false);
  await changeRegistration(early, { days: [first] }, MONDAY);
  expect(await state(inLine)).toBe("OFFERED");
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});

it("somebody in line who could not use the place anyway keeps nobody from it", async () => {
  const { event, first, second, holder, early } = await fullSecondDay();
  await pause(event, true);
  await changeRegistration(holder, { days: [first] }, MONDAY);
  const { _count } = await db.event.findUniqueOrThrow({
    where: { id: event.id },
    select: { _count: { select: { registrations: { where: { state: "CONFIRMED" } } } } },
  });
  await db.quota.updateMany({
    where: { eventId: event.id, dayId: null, categoryId: null },
    data: { capacity: _count.registrations },
  });
  expect(await changeRegistration(early, { days: [first, second] }, MONDAY)).toMatchObject({ ok: true });
});

it("a session's places are first for its own line, in which one's own turn counts", async () => {
  const event = await createEvent(db, { offersPaused: true, daysAhead: 60 }, MONDAY);
  const workshop = await createSession(db, event, { capacity: 1 });
  const holder = await join(event, { sessions: [workshop.id] });
  const [first, second, outside] = [await join(event), await join(event), await join(event)];
  await waitForSession(first, workshop.id, MONDAY);
  await waitForSession(second, workshop.id, MONDAY);
  await changeRegistration(holder, { sessions: [] }, MONDAY);
  for (const scope of [outside, second])
    expect(await changeRegistration(scope, { sessions: [workshop.id] }, MONDAY)).toMatchObject({ code: "full" });
  expect(await changeRegistration(first, { sessions: [workshop.id] }, MONDAY)).toMatchObject({ ok: true });
  expect(await waitState(first)).toBe("ACCEPTED");
  expect(await waitState(second)).toBe("WAITING");
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});

it("an offered place in a session can be taken by changing; a day that is left takes its lines and offers along", async () => {
  const event = await createEvent(db, { dayCount: 2, daysAhead: 60 }, MONDAY);
  const [one, two] = event.days.map(({ date }) => date.toISOString().slice(0, 10)) as [string, string];
  const workshop = await createSession(db, event, { capacity: 1 });
  const holder = await join(event, { sessions: [workshop.id] });
  const [first, second, third] = [await join(event), await join(event), await join(event)];
  for (const scope of [first, second, third]) await waitForSession(scope, workshop.id, MONDAY);
  await changeRegistration(holder, { sessions: [] }, MONDAY);
  expect(await waitState(first)).toBe("OFFERED");
  expect(await changeRegistration(first, { sessions: [workshop.id] }, MONDAY)).toMatchObject({ ok: true });
  expect(await waitState(first)).toBe("ACCEPTED");
  await changeRegistration(first, { days: [one, two], sessions: [] }, MONDAY);
  expect(await waitState(second)).toBe("OFFERED");
  await changeRegistration(second, { days: [two], sessions: [] }, MONDAY);
  expect([await waitState(second), await waitState(third)]).toEqual(["LEFT", "OFFERED"]);
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});

it("a change that the organiser grants offers what it frees at once", async () => {
  const { event, first, holder, inLine } = await fullSecondDay();
  const catering = (day: string) =>
    db.event.update({ where: { id: event.id }, data: { lastCateringDay: new Date(`${day}T00:00:00Z`) } });
  await catering("2026-09-13");
  expect(await changeRegistration(holder, { days: [first] }, MONDAY)).toMatchObject({ value: { requested: true } });
  // The caterer gives them more time, so that offers are made again.
  await catering("2026-09-30");
  const { id } = await createMember(db, event.organisationId, "OWNER");
  const organiser = await eventScopeOf(id, event.slug, MONDAY);
  const { id: requestId } = await db.changeRequest.findFirstOrThrow({ where: { eventId: event.id } });
  expect(await answerChange(organiser, { requestId, body: { verdict: "grant" } }, MONDAY)).toMatchObject({ ok: true });
  expect(await state(inLine)).toBe("OFFERED");
});

it("story 14: delegates in line for their full category keep no student from the event's places, however many wait", async () => {
  const event = await createEvent(db, { capacity: 5, waitingList: true, daysAhead: 60 }, MONDAY);
  const delegates = await createCategory(db, event.id, { capacity: 2 });
  const students = await createCategory(db, event.id, { capacity: 3 });
  for (let index = 0; index < 8; index++) await join(event, { category: delegates.key });
  for (let index = 0; index < 3; index++)
    expect(await register(event.slug, person({ category: students.key }), MONDAY)).toMatchObject({
      value: { status: "CONFIRMED" },
    });
  expect(await quotasOffTheRows(event.id)).toEqual([]);
});
