import { expect, it } from "vitest";
import { canEdit } from "@/lib/auth/policy";
import { database } from "@/lib/platform/db";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { offerByHand } from "@/lib/registrations/commands/offer-by-hand";
import { pendingAnswerSchema } from "@/lib/registrations/schema";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { person, quotasOffTheRows, register, scopeOf } from "../../support/registering";
import { scopeOf as organiserScope } from "../../support/signed-in";
import { startSmtp } from "../../support/smtp-server";

const db = database();

async function join(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), NOW);
  if (!result.ok) throw new Error(result.code);
  return { ...result.value, scope: await scopeOf(result.value.reference) };
}
async function organiser(event: CreatedEvent) {
  const { id } = await createMember(db, event.organisationId);
  return organiserScope(id, event.slug, NOW, canEdit);
}
const stateOf = async (reference: string) => (await db.registration.findUniqueOrThrow({ where: { reference } })).state;
const byApproval = (capacity: number) => createEvent(db, { approval: true, waitingList: true, capacity }, NOW);

it("approves some and rejects others with a reason, each by mail; what was decided is not decided again", async () => {
  const smtp = await startSmtp();
  const event = await byApproval(10);
  const scope = await organiser(event);
  const [yes, no, gone] = [await join(event), await join(event, { diet: "Vegan" }), await join(event)];
  expect(await stateOf(yes.reference)).toBe("PENDING_APPROVAL");
  await cancelRegistration(gone.scope, NOW);
  await deliverDue(smtp, NOW);
  smtp.mails.length = 0;

  const approve = { answer: "approve", references: [yes.reference, gone.reference], reason: null } as const;
  expect(await answerPending(scope, approve, NOW)).toEqual({ answered: 1, passedOver: [gone.reference] });
  const reject = { answer: "reject", references: [no.reference], reason: "Bara för chefer." } as const;
  expect(await answerPending(scope, reject, NOW)).toEqual({ answered: 1, passedOver: [] });
  expect(await answerPending(scope, { ...approve, references: [no.reference] }, NOW)).toMatchObject({ answered: 0 });
  expect([await stateOf(yes.reference), await stateOf(no.reference)]).toEqual(["CONFIRMED", "REJECTED"]);
  expect(await db.sensitiveNeeds.count({ where: { registrationId: no.scope.registrationId } })).toBe(0);
  const history = await db.registrationTransition.findFirst({ where: { toState: "REJECTED" } });
  expect(history).toMatchObject({ reason: "Bara för chefer.", actorKind: "USER", actorId: scope.userId });

  await deliverDue(smtp, NOW);
  const [approved, rejected] = smtp.mails.toSorted((a, b) => (a.subject ?? "").localeCompare(b.subject ?? "", "sv"));
  expect(approved?.subject).toMatch(/^Din plats är bekräftad: /);
  expect(approved?.attachments[0]?.content.toString()).toContain("METHOD:REQUEST");
  expect(rejected?.text).toContain("Arrangören skriver: Bara för chefer.");
  expect(await quotasOffTheRows(event.id)).toEqual([]);
  await smtp.stop();
});

it("frees the place of who is rejected for the line, whose turn is the organiser's to decide", async () => {
  const event = await byApproval(1);
  const scope = await organiser(event);
  const [first, second] = [await join(event), await join(event)];
  expect(await stateOf(second.reference)).toBe("WAITLISTED");
  await answerPending(scope, { answer: "reject", references: [first.reference], reason: null }, NOW);
  // The place is kept for the next in line, and nobody is offered it without the organiser's yes.
  expect(await stateOf(second.reference)).toBe("WAITLISTED");
  expect(await join(event)).toMatchObject({ status: "WAITLISTED" });
  expect(await offerByHand(scope, second.scope, NOW)).toMatchObject({ ok: true });
});

it("finds nobody at another organisation's event", async () => {
  const mine = await join(await byApproval(5));
  const stranger = await organiser(await byApproval(5));
  const answer = { answer: "approve", references: [mine.reference], reason: null } as const;
  expect(await answerPending(stranger, answer, NOW)).toEqual({ answered: 0, passedOver: [mine.reference] });
  expect(await stateOf(mine.reference)).toBe("PENDING_APPROVAL");
});

it("reads a form with strict fields, and keeps a reason to one line", () => {
  const form = { answer: "reject", references: ["A"], reason: " Bara\r\nför chefer. " };
  expect(pendingAnswerSchema.parse(form).reason).toBe("Bara för chefer.");
  expect(pendingAnswerSchema.parse({ ...form, reason: "  " }).reason).toBeNull();
  for (const bad of [{ answer: "confirm" }, { references: [] }, { state: "CONFIRMED" }])
    expect(pendingAnswerSchema.safeParse({ ...form, ...bad }).success).toBe(false);
});
