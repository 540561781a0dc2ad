import { describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { acceptOffer } from "@/lib/registrations/commands/answer-offer";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { cancelEvent } from "@/lib/registrations/commands/cancel-event";
import { offerFreedPlaces } from "@/lib/registrations/commands/offer-freed-places";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { countToldOfCancellation } from "@/lib/registrations/queries/cancellation-recipients";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createMailing } from "../../support/factories/mailing";
import { createRegistration } from "../../support/factories/registration";
import { createSession, createSpeaker } from "../../support/factories/session";
import { inviter } from "../../support/inviting";
import { person, register, scopeOf } from "../../support/registering";
import { startSmtp } from "../../support/smtp-server";
import { strictCalendar } from "../../support/strict-calendar";

const db = database();
const YES = { confirmed: true, message: "" };
const OFFER_END = toTimestamp(NOW.add({ hours: 24 }));

const told = async (eventId: string) =>
  (
    await db.outboxMail.findMany({
      where: { eventId, message: "event-cancelled" },
      select: { toEmail: true, params: true },
    })
  )
    .map(({ toEmail, params }) => `${toEmail} ${String((params as Record<string, unknown>)["as"])}`)
    .toSorted();

/** An event with somebody in every state, invited people in theirs, and speakers. */
async function fullHouse() {
  const { event, scope } = await inviter(NOW, "EDITOR", { waitingList: true, capacity: 50 });
  const at = (email: string, state: "CONFIRMED" | "PENDING_APPROVAL" | "WAITLISTED" | "CANCELLED" | "REJECTED") =>
    createRegistration(db, event, { email, state }, NOW);
  const confirmed = await at("kommer@example.org", "CONFIRMED");
  const pending = await at("undrar@example.org", "PENDING_APPROVAL");
  await at("vantar@example.org", "WAITLISTED");
  await at("avbokad@example.org", "CANCELLED");
  await at("nekad@example.org", "REJECTED");
  const offered = await createRegistration(
    db,
    event,
    { email: "erbjuden@example.org", state: "OFFERED", expiresAt: OFFER_END },
    NOW,
  );
  // A place kept for somebody without a name: whoever booked it is told.
  const held = { email: "bokare@example.org", state: "HELD", expiresAt: OFFER_END } as const;
  const { bookingId } = await createRegistration(db, event, held, NOW);
  await db.booking.update({ where: { id: bookingId }, data: { registrantEmail: "bokare@example.org" } });
  for (const { bookingId: own, email } of [confirmed, pending, offered])
    await db.booking.update({ where: { id: own }, data: { registrantEmail: email } });
  await db.booking.updateMany({
    where: { eventId: event.id, registrantEmail: { startsWith: "deltagare-" } },
    data: { registrantEmail: "bokare@example.org" },
  });
  const answeredAt = toTimestamp(NOW);
  await createInvitation(db, event.id, { email: "inbjuden@example.org" });
  await createInvitation(db, event.id, { email: "oppnat@example.org", state: "OPENED" });
  await createInvitation(db, event.id, { email: "nej@example.org", state: "DECLINED", answeredAt });
  await createInvitation(db, event.id, { email: "ej-skickad@example.org", sentAt: null });
  await createInvitation(db, event.id, { email: "tillbaka@example.org", withdrawnAt: answeredAt });
  await createInvitation(db, event.id, { email: "Kommer@example.org" });
  const session = await createSession(db, event);
  await createSpeaker(db, event.organisationId, [session.id], { email: "talare@example.org" });
  await createSpeaker(db, event.organisationId, [session.id], { email: "kommer@example.org" });
  await createSpeaker(db, event.organisationId, [session.id], { email: null });
  return { event, scope, confirmed, pending, offered };
}

describe("calling an event off", () => {
  it("tells everybody concerned once, as what concerns them most, and nobody who has left or said no", async () => {
    const { event, scope } = await fullHouse();
    expect(await countToldOfCancellation(scope)).toEqual({
      ...{ confirmed: 1, pending: 1, offered: 1, waiting: 1, booker: 1, invited: 2, speaker: 1 },
    });
    expect(await cancelEvent(scope, { confirmed: true, message: "Vi återkommer i vår." }, NOW)).toMatchObject({
      ok: true,
      value: { told: 8 },
    });
    expect(await told(event.id)).toEqual([
      "bokare@example.org booker",
      "erbjuden@example.org offered",
      "inbjuden@example.org invited",
      "kommer@example.org confirmed",
      "oppnat@example.org invited",
      "talare@example.org speaker",
      "undrar@example.org pending",
      "vantar@example.org waiting",
    ]);
    const row = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect([row.status, row.cancelledAt, row.calendarSequence]).toEqual(["CANCELLED", toTimestamp(NOW), 1]);
    const audit = await db.auditEntry.findFirst({ where: { eventId: event.id, action: "event.cancelled" } });
    expect(audit).toMatchObject({ actorId: scope.userId });
    // States say what was true: nobody cancelled their own place.
    const states = await db.registration.groupBy({ by: ["state"], where: { eventId: event.id }, _count: true });
    expect(states.find(({ state }) => state === "CONFIRMED")?._count).toBe(1);
    expect(states.find(({ state }) => state === "CANCELLED")?._count).toBe(1);
  });

  it("done again or twice at once, does nothing more", async () => {
    const { event, scope } = await fullHouse();
    const outcomes = await Promise.all([cancelEvent(scope, YES, NOW), cancelEvent(scope, YES, NOW)]);
    expect(outcomes.map((one) => one.ok && one.value.told).toSorted()).toEqual([0, 8]);
    expect(await cancelEvent(scope, YES, NOW)).toMatchObject({ ok: true, value: { told: 0 } });
    expect(await told(event.id)).toHaveLength(8);
    expect(await db.auditEntry.count({ where: { eventId: event.id, action: "event.cancelled" } })).toBe(1);
  });

  it("refuses without the tick, with a text too long, a draft, one that has been, and anybody who may not", async () => {
    const { event, scope } = await inviter(NOW);
    const code = async (as = scope, body: unknown = YES, now = NOW) => {
      const did = await cancelEvent(as, body, now);
      return did.ok ? "ok" : did.code;
    };
    expect(await code(scope, { confirmed: false, message: "" })).toBe("confirm_missing");
    expect(await code(scope, { confirmed: true, message: "x".repeat(2001) })).toBe("message_invalid");
    expect(await code(scope, YES, NOW.add({ hours: 24 * 365 }))).toBe("event_over");
    expect(await code((await inviter(NOW, "VIEWER")).scope)).toBe("event_gone");
    const elsewhere = await inviter(NOW);
    // Another tenant's organisation never owns this event, whatever the scope says.
    expect(await code({ ...scope, organisationId: elsewhere.scope.organisationId })).toBe("event_gone");
    const draft = await inviter(NOW, "OWNER", { status: "DRAFT" });
    expect(await code(draft.scope)).toBe("event_not_published");
    expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).status).toBe("PUBLISHED");
    expect(await told(event.id)).toEqual([]);
  });

  it("closes every way in, and stops what was to be sent", async () => {
    const { event, scope, confirmed, pending, offered } = await fullHouse();
    const leavesAt = toTimestamp(NOW.add({ hours: 2 }));
    const mailing = await createMailing(db, event.id, { state: "QUEUED", recipients: 1, leavesAt });
    const params = { mailing: mailing.id };
    const to = { eventId: event.id, registrationId: confirmed.id, locale: "sv", toEmail: confirmed.email } as const;
    await db.outboxMail.create({ data: { ...to, message: "mailing", params, notBefore: leavesAt } });
    await db.sensitiveNeeds.create({
      data: {
        registrationId: confirmed.id,
        diet: "vegan",
        deleteAfter: toDateColumn(NOW.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 90 })),
      },
    });
    await cancelEvent(scope, YES, NOW);
    expect(await register(event.slug, person(), NOW)).toMatchObject({ ok: false, code: "cancelled" });
    expect(await acceptOffer(await scopeOf(offered.reference), NOW)).toMatchObject({ code: "offer_gone" });
    const approval = { answer: "approve", references: [pending.reference], reason: null } as const;
    expect(await answerPending(scope, approval, NOW)).toMatchObject({ answered: 0 });
    const body = { name: "Ny Person", email: "ny@example.org" };
    const actor = { kind: "USER", id: scope.userId } as const;
    expect(await substituteAttendee(await scopeOf(confirmed.reference), { body, actor }, NOW)).toMatchObject({
      code: "gone",
    });
    expect(await offerFreedPlaces(event.id, NOW)).toBe(0);
    await db.reminderRule.create({
      data: { eventId: event.id, kind: "CONFIRMED", anchor: "EVENT_START", offsetDays: -1, localTime: "09:00" },
    });
    await enqueueDueReminders(NOW);
    expect(await db.outboxMail.count({ where: { eventId: event.id, message: "event-reminder" } })).toBe(0);
    const [queued, stopped] = await Promise.all([
      db.outboxMail.findFirstOrThrow({ where: { eventId: event.id, message: "mailing" } }),
      db.mailing.findUniqueOrThrow({ where: { id: mailing.id } }),
    ]);
    expect([queued.state, stopped.state]).toEqual(["OBSOLETE", "STOPPED"]);
    const needs = await db.sensitiveNeeds.findUniqueOrThrow({ where: { registrationId: confirmed.id } });
    expect(needs.deleteAfter.toISOString().slice(0, 10)).toBe("2026-09-15");
  });

  it("arrives with the organiser's words as text, and takes the entry out of the calendar of those with a place", async () => {
    const smtp = await startSmtp();
    const { event, scope } = await fullHouse();
    await db.outboxMail.deleteMany({ where: { NOT: { eventId: event.id } } });
    const message = "<b>Tyvärr</b> \nSe https://ond.example <a href='https://ond.example'>här</a>";
    await cancelEvent(scope, { confirmed: true, message }, NOW);
    expect(await deliverDue(smtp, NOW)).toEqual(Array(8).fill("sent"));
    const to = (address: string) => smtp.mails[smtp.recipients.findIndex((each) => each.includes(address))];
    const mine = to("kommer@example.org");
    expect(mine?.subject).toMatch(/^Inställt: /);
    expect(mine?.text).toContain("<b>Tyvärr</b>");
    expect(String(mine?.html)).toContain("&lt;b&gt;Tyvärr&lt;/b&gt;");
    expect(String(mine?.html)).not.toMatch(/<b>|href="https:\/\/ond/);
    const entry = mine?.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
    const calendar = strictCalendar(entry?.content.toString("utf8") ?? "");
    expect(JSON.stringify(calendar)).toContain("CANCEL");
    for (const address of ["vantar@example.org", "inbjuden@example.org", "talare@example.org"]) {
      expect(to(address)?.attachments).toEqual([]);
    }
    expect(to("talare@example.org")?.text).toContain("din medverkan");
    expect(to("inbjuden@example.org")?.text).not.toContain("Referens");
    await smtp.stop();
  });

  it("leaves another event of the same organisation alone", async () => {
    const { scope, event } = await inviter(NOW);
    const other = await createEvent(db, { organisationId: event.organisationId }, NOW);
    await createRegistration(db, other, {}, NOW);
    await cancelEvent(scope, YES, NOW);
    expect((await db.event.findUniqueOrThrow({ where: { id: other.id } })).status).toBe("PUBLISHED");
    expect(await told(other.id)).toEqual([]);
  });
});
