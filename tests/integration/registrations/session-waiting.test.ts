import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { acceptSessionOffer } from "@/lib/registrations/commands/accept-session-offer";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { leaveSessionLine } from "@/lib/registrations/commands/leave-session-line";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { NOW } from "../../support/clock";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createSession } from "../../support/factories/session";
import { person, register, scopeOf } from "../../support/registering";

const db = database();

async function join(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), NOW);
  if (!result.ok) throw new Error(result.code);
  return scopeOf(result.value.reference);
}

/** A workshop with one place, taken, and three more at the event. */
async function fullWorkshop() {
  const event = await createEvent(db, {}, NOW);
  const workshop = await createSession(db, event, { capacity: 1 });
  const holder = await join(event, { sessions: [workshop.id] });
  return { event, workshop, holder, others: [await join(event), await join(event), await join(event)] as const };
}
const used = async (sessionId: string) => (await db.quota.findFirstOrThrow({ where: { sessionId } })).used;
const waits = async (sessionId: string) =>
  (await db.sessionWaiting.findMany({ where: { sessionId }, orderBy: { number: "asc" } })).map(({ state }) => state);

it("a freed place goes to the first in line, who accepts; then to the next", async () => {
  const { workshop, holder, others } = await fullWorkshop();
  const [first, second] = others;
  expect(await waitForSession(first, workshop.id, NOW)).toMatchObject({ ok: true });
  expect(await waitForSession(first, workshop.id, NOW)).toMatchObject({ ok: true });
  expect(await waitForSession(second, workshop.id, NOW)).toMatchObject({ ok: true });
  expect(await waits(workshop.id)).toEqual(["WAITING", "WAITING"]);
  expect(await acceptSessionOffer(first, { sessionId: workshop.id }, NOW)).toMatchObject({ code: "offer_gone" });
  await changeRegistration(holder, { sessions: [] }, NOW);
  expect(await waits(workshop.id)).toEqual(["OFFERED", "WAITING"]);
  expect(await used(workshop.id)).toBe(1);
  expect(await acceptSessionOffer(second, { sessionId: workshop.id }, NOW)).toMatchObject({ code: "offer_gone" });
  expect(await acceptSessionOffer(first, { sessionId: workshop.id }, NOW)).toMatchObject({ ok: true });
  expect(await acceptSessionOffer(first, { sessionId: workshop.id }, NOW)).toMatchObject({ code: "offer_gone" });
  expect(await getRegistration(first, NOW)).toMatchObject({ sessionIds: [workshop.id], calendarSequence: 1 });
  expect(await used(workshop.id)).toBe(1);
  await cancelRegistration(first, NOW);
  expect(await waits(workshop.id)).toEqual(["ACCEPTED", "OFFERED"]);
});

it("an offer declined or not answered goes on; who gives up the event leaves the lines", async () => {
  const { workshop, holder, others } = await fullWorkshop();
  for (const other of others) await waitForSession(other, workshop.id, NOW);
  const [first, second, third] = others;
  await cancelRegistration(third, NOW);
  await cancelRegistration(holder, NOW);
  expect(await waits(workshop.id)).toEqual(["OFFERED", "WAITING", "LEFT"]);
  await leaveSessionLine(first, workshop.id, NOW);
  expect(await waits(workshop.id)).toEqual(["DECLINED", "OFFERED", "LEFT"]);
  const later = NOW.add({ hours: 72 });
  expect(await acceptSessionOffer(second, { sessionId: workshop.id }, later)).toMatchObject({ code: "offer_over" });
  expect(await letOffersLapse(later)).toBeGreaterThan(0);
  expect(await waits(workshop.id)).toEqual(["DECLINED", "LAPSED", "LEFT"]);
  expect(await used(workshop.id)).toBe(0);
  expect(await leaveSessionLine(second, workshop.id, later)).toMatchObject({ code: "offer_gone" });
});

it("nobody waits where there is room, for another event's session, beside one at the same time or after the edit day", async () => {
  const { event, workshop, holder, others } = await fullWorkshop();
  const roomy = await createSession(db, event, { capacity: 3 });
  const foreign = (await fullWorkshop()).workshop;
  const [first] = others;
  expect(await waitForSession(first, roomy.id, NOW)).toMatchObject({ code: "session_has_room" });
  expect(await waitForSession(first, foreign.id, NOW)).toMatchObject({ code: "session_unknown" });
  expect(await waitForSession(holder, workshop.id, NOW)).toMatchObject({ code: "session_unknown" });
  const { startsAt, endsAt } = workshop;
  const parallel = await createSession(db, event, { capacity: 0, startsAt, endsAt });
  expect(await waitForSession(holder, parallel.id, NOW)).toMatchObject({ code: "sessions_overlap" });
  expect(await waitForSession(first, workshop.id, NOW.add({ hours: 24 * 60 }))).toMatchObject({ code: "edit_closed" });
  await cancelRegistration(first, NOW);
  expect(await waitForSession(first, workshop.id, NOW)).toMatchObject({ code: "gone" });
});
