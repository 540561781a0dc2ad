import { beforeEach, describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { cancelEvent } from "@/lib/registrations/commands/cancel-event";
import { tellOfChanges } from "@/lib/registrations/commands/tell-of-changes";
import { findChangesToTell } from "@/lib/registrations/queries/changes-to-tell";
import { findUntoldChange } from "@/lib/registrations/queries/event-change";
import { deliverDue } from "../../support/delivering";
import type { CreatedEvent } from "../../support/factories/event";
import { createRegistration } from "../../support/factories/registration";
import { createSession } from "../../support/factories/session";
import { inviter } from "../../support/inviting";
import { startSmtp } from "../../support/smtp-server";
import { strictCalendar } from "../../support/strict-calendar";

const db = database();
// The database's own clock says when something was changed.
const NOW = currentInstant();
const BEFORE = NOW.subtract({ hours: 24 });

beforeEach(async () => {
  await db.outboxMail.deleteMany();
});

/** An event of two days with a workshop in a room, one attendee who chose it, and one who comes the second day alone. */
async function ground() {
  const { event, scope } = await inviter(BEFORE, "EDITOR", { dayCount: 2, daysAhead: 30 });
  const { organisationId } = event;
  const venue = await db.venue.create({
    data: { organisationId, name: "Stadshuset", city: "Malmö", rooms: { create: [{ name: "A" }, { name: "B" }] } },
    include: { rooms: { orderBy: { name: "asc" } } },
  });
  const [a, b] = venue.rooms;
  const [first, second] = event.days;
  if (!a || !b || !first || !second) throw new Error("nothing to change");
  await db.event.update({ where: { id: event.id }, data: { venueId: venue.id } });
  const session = await createSession(db, event, { capacity: 10, roomId: a.id });
  await db.eventChange.deleteMany({ where: { eventId: event.id } });
  const person = (email: string, wishes: Parameters<typeof createRegistration>[2]) =>
    createRegistration(db, event, { email, ...wishes }, BEFORE);
  const chose = await person("valde@example.org", { dayIds: [first.id], sessionIds: [session.id] });
  await person("dag-tva@example.org", { dayIds: [second.id] });
  await person("vantar@example.org", { dayIds: [first.id], state: "WAITLISTED" });
  await person("avbokad@example.org", { dayIds: [first.id], state: "CANCELLED" });
  return { event, scope, venue, a, b, first, second, session, chose };
}

const mails = async ({ id }: CreatedEvent) =>
  (await db.outboxMail.findMany({ where: { eventId: id, message: "event-changed" }, select: { toEmail: true } }))
    .map(({ toEmail }) => toEmail)
    .toSorted();
const looked = async (scope: EventScope) => {
  const untold = await findUntoldChange(scope);
  if (!untold) throw new Error("nothing has changed");
  return { change: untold.id, mark: untold.mark, tells: true };
};
const later = (date: Date) => new Date(date.getTime() + 60 * 60_000);

describe("an edit of a published event", () => {
  it("mails nobody, and is kept with all later ones until it is told: what was is what was before the first", async () => {
    const { event, scope, a, b, first, session } = await ground();
    await db.session.update({ where: { id: session.id }, data: { roomId: b.id } });
    await db.room.update({ where: { id: b.id }, data: { name: "Bergsalen" } });
    await db.eventDay.update({ where: { id: first.id }, data: { closesAt: later(first.closesAt) } });
    expect(await mails(event)).toEqual([]);
    expect(await db.eventChange.count({ where: { eventId: event.id } })).toBe(1);
    const untold = await findUntoldChange(scope);
    expect(untold?.differences).toMatchObject([
      { kind: "day" },
      { kind: "session", was: { room: a.name }, now: { room: "Bergsalen" } },
    ]);
    expect(untold?.concerned.map(({ email }) => email).toSorted()).toEqual(["valde@example.org", "vantar@example.org"]);
  });

  it("is seen whichever way it is made: zone, place, its name, a day, a session's hour, room, end, or going", async () => {
    const ways: ((world: Awaited<ReturnType<typeof ground>>) => Promise<unknown>)[] = [
      ({ event }) => db.event.update({ where: { id: event.id }, data: { venueId: null } }),
      ({ event }) => db.event.update({ where: { id: event.id }, data: { timeZone: "Europe/Helsinki" } }),
      ({ venue }) => db.venue.update({ where: { id: venue.id }, data: { postalCode: "205 80" } }),
      ({ a }) => db.room.update({ where: { id: a.id }, data: { name: "Ny" } }),
      ({ first }) =>
        db.eventDay.update({ where: { id: first.id }, data: { opensAt: new Date(first.opensAt.getTime() - 1000) } }),
      ({ session }) => db.session.update({ where: { id: session.id }, data: { endsAt: later(session.endsAt) } }),
      ({ session }) => db.session.update({ where: { id: session.id }, data: { cancelledAt: new Date(0) } }),
      ({ a }) => db.$executeRaw`UPDATE room SET name = name || ' 2' WHERE venue_id = ${a.venueId}::uuid`,
    ];
    for (const way of ways) {
      const world = await ground();
      await way(world);
      expect((await findUntoldChange(world.scope))?.differences, way.toString()).not.toEqual(undefined);
    }
  });

  it("is none when it is undone, when it is of something else, or where the event is a draft", async () => {
    const { event, scope, a, b, session } = await ground();
    await db.session.update({ where: { id: session.id }, data: { roomId: b.id } });
    await db.session.update({ where: { id: session.id }, data: { roomId: a.id } });
    expect(await findUntoldChange(scope)).toBeNull();
    await db.event.update({ where: { id: event.id }, data: { contactName: "Någon annan" } });
    await db.session.update({ where: { id: session.id }, data: { title: { sv: "Nytt", en: "New" } } });
    expect(await findUntoldChange(scope)).toBeNull();
    const draft = await inviter(BEFORE, "EDITOR", { status: "DRAFT" });
    const [day] = draft.event.days;
    await db.eventDay.update({ where: { id: day?.id ?? "" }, data: { closesAt: later(day?.closesAt ?? new Date(0)) } });
    expect(await db.eventChange.count({ where: { eventId: draft.event.id } })).toBe(0);
  });
});

describe("telling what has changed", () => {
  it("mails each concerned once, what concerns them, with a higher calendar version; then everybody has been told", async () => {
    const smtp = await startSmtp();
    const { event, scope, b, session } = await ground();
    await db.session.update({ where: { id: session.id }, data: { roomId: b.id } });
    const shown = await findChangesToTell(scope, "sv", NOW);
    expect(shown).toMatchObject({ concerned: 1, preview: { name: expect.stringContaining("Deltagare") } });
    expect(shown?.preview?.html).not.toContain("/r/");
    expect(await tellOfChanges(scope, await looked(scope), NOW)).toMatchObject({ ok: true, value: { told: 1 } });
    expect(await mails(event)).toEqual(["valde@example.org"]);
    expect(await findUntoldChange(scope)).toBeNull();
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    const [mail] = smtp.mails;
    expect(mail?.subject).toMatch(/^Ändrat: /);
    expect(mail?.text?.replaceAll(/\s+/g, " ")).toMatch(
      /Förut: \S+ \S+ kl\. 09:00–10:00, A Nu: \S+ \S+ kl\. 09:00–10:00, B/,
    );
    const file = mail?.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
    const calendar = file?.content.toString("utf8") ?? "";
    strictCalendar(calendar);
    const { calendarSequence } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect(calendar).toContain(`SEQUENCE:${calendarSequence}`);
    expect(calendarSequence).toBeGreaterThan(0);
    expect(calendar).toContain("METHOD:REQUEST");
    // What is changed after that is told from there on.
    await db.session.update({ where: { id: session.id }, data: { endsAt: later(session.endsAt) } });
    expect((await findUntoldChange(scope))?.differences).toMatchObject([{ was: { room: "B" }, now: { room: "B" } }]);
    await smtp.stop();
  });

  it("leaves out who registered after the last edit, and drops the mail where all was undone before it left", async () => {
    const smtp = await startSmtp();
    const { event, scope, a, b, first, session } = await ground();
    await db.session.update({ where: { id: session.id }, data: { roomId: b.id } });
    const soon = NOW.add({ hours: 1 });
    await createRegistration(
      db,
      event,
      { email: "ny@example.org", dayIds: [first.id], sessionIds: [session.id] },
      soon,
    );
    await tellOfChanges(scope, await looked(scope), NOW);
    expect(await mails(event)).toEqual(["valde@example.org"]);
    await db.session.update({ where: { id: session.id }, data: { roomId: a.id } });
    expect(await deliverDue(smtp, NOW)).toEqual(["obsolete"]);
    await smtp.stop();
  });

  it("can be left undone: nothing is sent, and the changes are struck", async () => {
    const { event, scope, b, session } = await ground();
    await db.session.update({ where: { id: session.id }, data: { roomId: b.id } });
    expect(await tellOfChanges(scope, { ...(await looked(scope)), tells: false }, NOW)).toMatchObject({
      value: { told: 0 },
    });
    expect(await mails(event)).toEqual([]);
    expect(await findUntoldChange(scope)).toBeNull();
    const audit = await db.auditEntry.findFirst({ where: { eventId: event.id, action: "event-change.kept-quiet" } });
    expect(audit?.actorId).toBe(scope.userId);
  });

  it("is refused for changes edited since, told already, of another event, by who may not, and once the event is off", async () => {
    const { event, scope, a, b, session } = await ground();
    await db.session.update({ where: { id: session.id }, data: { roomId: b.id } });
    const seen = await looked(scope);
    const code = async (as: EventScope, telling = seen) => {
      const did = await tellOfChanges(as, telling, NOW);
      return did.ok ? "ok" : did.code;
    };
    await new Promise((resolve) => setTimeout(resolve, 5));
    await db.session.update({ where: { id: session.id }, data: { endsAt: later(session.endsAt) } });
    expect(await code(scope)).toBe("changes_moved");
    const other = await ground();
    await db.session.update({ where: { id: other.session.id }, data: { roomId: other.b.id } });
    expect(await code(other.scope)).toBe("changes_gone");
    expect(await code((await inviter(BEFORE, "VIEWER")).scope)).toBe("changes_gone");
    const again = await looked(scope);
    const both = await Promise.all([code(scope, again), code(scope, again)]);
    expect(both.toSorted()).toEqual(["changes_gone", "ok"]);
    expect(await mails(event)).toEqual(["valde@example.org"]);
    await db.session.update({ where: { id: session.id }, data: { roomId: a.id } });
    await cancelEvent(scope, { confirmed: true, message: "" }, NOW);
    expect(await findUntoldChange(scope)).toBeNull();
  });
});
