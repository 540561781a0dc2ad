import { describe, expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { answerChange } from "@/lib/registrations/commands/answer-change";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { deleteExpiredNeeds } from "@/lib/registrations/commands/delete-expired-needs";
import { readChangeRequests } from "@/lib/registrations/commands/read-change-requests";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { at, NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createSession } from "../../support/factories/session";
import { person, quotasOffTheRows, register, scopeOf } from "../../support/registering";
import { scopeOf as eventScopeOf } from "../../support/signed-in";
import { startSmtp } from "../../support/smtp-server";

const db = database();
const CLOSED = at("2026-09-15 12:00");

/** An event of two days whose caterer took changes until yesterday, somebody who comes on both, and its organiser. */
async function afterCatering() {
  const event = await createEvent(db, { dayCount: 2, lastCateringDay: new Date("2026-09-14T00:00:00Z") }, NOW);
  const [first, second] = event.days.map(({ date }) => date.toISOString().slice(0, 10));
  if (!first || !second) throw new Error("no days");
  const lunch = await createSession(db, event, { kind: "MEAL", capacity: 1 });
  const talk = await createSession(db, event, { kind: "TALK", capacity: 5, dayId: event.days[1]?.id ?? null });
  const member = await createMember(db, event.organisationId, "OWNER");
  const organiser = await eventScopeOf(member.id, event.slug, NOW);
  const answer = await register(event.slug, person({ diet: "Vegan" }), NOW);
  if (!answer.ok) throw new Error(answer.code);
  const scope = await scopeOf(answer.value.reference);
  return { event, first, second, lunch, talk, organiser, scope };
}
const openRequest = async (registrationId: string) =>
  (await db.changeRequest.findFirstOrThrow({ where: { registrationId, state: "OPEN" } })).id;

describe("after the caterer's last day", () => {
  it("days, meals and diet are asked for, anything else is changed at once", async () => {
    const { first, second, lunch, talk, scope } = await afterCatering();
    const both = [first, second];
    const same = { diet: "Vegan", days: both };
    for (const body of [
      { ...same, days: [first] },
      { ...same, diet: "Laktosfri" },
      { ...same, sessions: [lunch.id] },
    ]) {
      expect(await changeRegistration(scope, body, CLOSED)).toMatchObject({ ok: true, value: { requested: true } });
      expect(await getRegistration(scope, NOW)).toMatchObject({ days: both, diet: "Vegan", sessionIds: [] });
    }
    // A new request takes the place of the one before, and what that one said of diet is gone.
    const all = await db.changeRequest.findMany({
      where: { registrationId: scope.registrationId },
      orderBy: { id: "asc" },
    });
    expect(all.map(({ state }) => state).toSorted()).toEqual(["OPEN", "WITHDRAWN", "WITHDRAWN"]);
    expect(all.filter(({ state }) => state === "WITHDRAWN").map(({ wanted }) => wanted)).toEqual([{}, {}]);
    const plain = { ...same, sessions: [talk.id], jobTitle: "Chef" };
    expect(await changeRegistration(scope, plain, CLOSED)).toMatchObject({ ok: true, value: { requested: false } });
    expect(await getRegistration(scope, NOW)).toMatchObject({ jobTitle: "Chef", sessionIds: [talk.id] });
  });

  it("the last second of the day is before, the next one after", async () => {
    const { first, scope } = await afterCatering();
    const border = at("2026-09-15 00:00");
    const body = { days: [first], diet: "Vegan" };
    expect(await changeRegistration(scope, body, border)).toMatchObject({ value: { requested: true } });
    expect(await changeRegistration(scope, body, border.subtract({ seconds: 1 }))).toMatchObject({
      value: { requested: false },
    });
  });

  it("a granted change is made under the same rules, once, with one mail that shows it", async () => {
    const { event, first, organiser, scope } = await afterCatering();
    await db.outboxMail.deleteMany();
    await changeRegistration(scope, { days: [first], diet: "Laktosfri" }, CLOSED);
    const requestId = await openRequest(scope.registrationId);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => answerChange(organiser, { requestId, body: { verdict: "grant" } }, CLOSED)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await getRegistration(scope, NOW)).toMatchObject({ days: [first], diet: "Laktosfri", requestedAt: null });
    expect(await db.changeRequest.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      state: "GRANTED",
      wanted: {},
      answeredById: organiser.userId,
    });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
    const smtp = await startSmtp();
    expect(await deliverDue(smtp, CLOSED)).toEqual(["sent"]);
    await smtp.stop();
    expect(smtp.mails[0]?.subject).toMatch(/^Ändringen är gjord: /);
    expect(smtp.mails[0]?.attachments.some(({ content }) => content.toString().includes("METHOD:REQUEST"))).toBe(true);
  });

  it("a refusal says why and changes nothing; a full meal cannot be granted", async () => {
    const { event, first, second, lunch, organiser, scope } = await afterCatering();
    await changeRegistration(scope, { days: [first, second], diet: "Vegan", sessions: [lunch.id] }, CLOSED);
    const requestId = await openRequest(scope.registrationId);
    expect(await register(event.slug, person({ sessions: [lunch.id] }), NOW)).toMatchObject({ ok: true });
    const answer = (body: unknown) => answerChange(organiser, { requestId, body }, CLOSED);
    expect(await answer({ verdict: "grant" })).toMatchObject({ code: "full", detail: { level: "session" } });
    expect(await answer({ verdict: "refuse", text: " " })).toMatchObject({ code: "answer_required" });
    await db.outboxMail.deleteMany();
    expect(await answer({ verdict: "refuse", text: "Maten är beställd." })).toMatchObject({ ok: true });
    expect(await getRegistration(scope, NOW)).toMatchObject({ sessionIds: [], diet: "Vegan" });
    const smtp = await startSmtp();
    await deliverDue(smtp, CLOSED);
    await smtp.stop();
    expect(smtp.mails[0]?.subject).toMatch(/^Ändringen går inte att göra: /);
    expect(smtp.mails[0]?.text?.replaceAll(/\s+/g, " ")).toContain("Arrangören skriver: Maten är beställd.");
  });

  it("another event's organiser finds no request, and cancelling withdraws it", async () => {
    const { event, first, organiser, scope } = await afterCatering();
    const other = await afterCatering();
    await changeRegistration(scope, { days: [first], diet: "Vegan" }, CLOSED);
    const requestId = await openRequest(scope.registrationId);
    const grant = { requestId, body: { verdict: "grant" } };
    expect(await answerChange(other.organiser, grant, CLOSED)).toMatchObject({ code: "request_not_open" });
    const viewer = await createMember(db, event.organisationId, "VIEWER");
    const reads = await eventScopeOf(viewer.id, event.slug, NOW);
    expect(await answerChange(reads, grant, CLOSED)).toMatchObject({ code: "request_not_open" });
    expect(await readChangeRequests(other.organiser, true, CLOSED)).toEqual([]);
    await cancelRegistration(scope, CLOSED);
    expect(await answerChange(organiser, grant, CLOSED)).toMatchObject({ code: "request_not_open" });
    expect(await readChangeRequests(organiser, false, CLOSED)).toEqual([]);
  });

  it("diet is shown only when opened, each reading audited, and deleted with the needs", async () => {
    const { event, first, organiser, scope } = await afterCatering();
    await changeRegistration(scope, { days: [first], diet: "Laktosfri" }, CLOSED);
    const [shut] = await readChangeRequests(organiser, false, CLOSED);
    expect(shut).toMatchObject({ days: { wanted: [first] }, changesDiet: true, diet: null });
    const audited = () => db.auditEntry.count({ where: { action: "needs.read", subjectId: scope.registrationId } });
    expect(await audited()).toBe(0);
    const [open] = await readChangeRequests(organiser, true, CLOSED);
    expect(open?.diet).toEqual({ now: "Vegan", wanted: "Laktosfri" });
    expect(await audited()).toBe(1);
    await db.event.update({ where: { id: event.id }, data: { needsDeletedOn: event.endsOn } });
    await deleteExpiredNeeds(at("2026-12-24 12:00"));
    const row = await db.changeRequest.findFirstOrThrow({ where: { registrationId: scope.registrationId } });
    expect(row.wanted).toEqual({ days: [first], answers: {} });
  });
});
