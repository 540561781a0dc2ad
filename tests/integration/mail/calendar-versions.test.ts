import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { findEventCalendar } from "@/lib/events/queries/event-calendar";
import { enqueueMail, type MailMessage } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { calendarFeedPath, findCalendarFeed } from "@/lib/registrations/queries/calendar-feed";
import { findMyCalendar } from "@/lib/registrations/queries/my-calendar";
import { NOW } from "@/tests/support/clock";
import { deliverDue } from "@/tests/support/delivering";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createRegistration } from "@/tests/support/factories/registration";
import { createSession } from "@/tests/support/factories/session";
import { startSmtp, type TestSmtp } from "@/tests/support/smtp-server";
import { strictCalendar } from "@/tests/support/strict-calendar";

const db = database();
let smtp: TestSmtp;
let event: CreatedEvent;

beforeEach(async () => {
  await db.outboxMail.deleteMany();
  smtp = await startSmtp();
  event = await createEvent(db, { dayCount: 2 }, NOW);
});
afterEach(() => smtp.stop());

/** A calendar file through both readers: what RFC 5545 and 5546 forbid fails in one of them. */
function read(file: string) {
  strictCalendar(file);
  const calendar = new ICAL.Component(ICAL.parse(file));
  const entries = calendar
    .getAllSubcomponents("vevent")
    .map((each) => new ICAL.Event(each, { strictExceptions: true }));
  for (const entry of entries) {
    expect(entry.startDate.zone.tzid).toBe("Europe/Stockholm");
    expect(entry.endDate.compare(entry.startDate)).toBe(1);
  }
  return { method: calendar.getFirstPropertyValue("method"), entries };
}

async function mailed(message: MailMessage, registrationId: string) {
  const mail = { message, locale: "sv", registrationId, eventId: event.id } as const;
  await enqueueMail(db, { ...mail, to: { name: null, email: "eva@example.org" } }, NOW);
  await deliverDue(smtp, NOW);
  const part = smtp.mails.at(-1)?.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  return read(part?.content.toString("utf8") ?? "");
}

const scopeOf = (registrationId: string) => ({ registrationId, eventId: event.id }) as RegistrationScope;
const version = async () => (await db.event.findUniqueOrThrow({ where: { id: event.id } })).calendarSequence;

describe("the versions of an entry", () => {
  it("rise when a day, a session, its room, the place or the event's state changes, and with nothing else", async () => {
    const session = await createSession(db, event, { capacity: 5 });
    const venue = await db.venue.create({
      data: { organisationId: event.organisationId, name: "Folkets hus", city: "Lund" },
    });
    const room = await db.room.create({ data: { venueId: venue.id, name: "Stora salen" } });
    const day = event.days[0] ?? { id: "", opensAt: new Date(0) };
    const moves: (() => Promise<unknown>)[] = [
      () => db.eventDay.update({ where: { id: day.id }, data: { opensAt: new Date(day.opensAt.getTime() + 60_000) } }),
      () => db.session.update({ where: { id: session.id }, data: { roomId: room.id } }),
      () => db.room.update({ where: { id: room.id }, data: { name: "Lilla salen" } }),
      () => db.session.update({ where: { id: session.id }, data: { cancelledAt: new Date(0) } }),
      () => db.event.update({ where: { id: event.id }, data: { venueId: venue.id } }),
      () => db.venue.update({ where: { id: venue.id }, data: { street: "Stora gatan 1" } }),
      () => db.event.update({ where: { id: event.id }, data: { status: "CANCELLED", cancelledAt: new Date(0) } }),
    ];
    for (const [index, move] of moves.entries()) {
      const before = await version();
      await move();
      expect(await version(), `move ${index}`).toBe(before + 1);
    }
    const before = await version();
    await db.session.update({ where: { id: session.id }, data: { title: { sv: "Ny", en: "New" } } });
    await db.event.update({ where: { id: event.id }, data: { accent: "#123456" } });
    await db.venue.update({ where: { id: venue.id }, data: { travel: { sv: "Buss", en: "Bus" } } });
    expect(await version()).toBe(before);
  });

  it("go out as a request, a higher request and a cancellation of the same entry", async () => {
    const { id } = await createRegistration(db, event, {}, NOW);
    const first = await mailed("registration-confirmed", id);
    const [day] = event.days;
    await db.eventDay.update({
      where: { id: day?.id ?? "" },
      data: { opensAt: new Date((day?.opensAt.getTime() ?? 0) + 3_600_000) },
    });
    const second = await mailed("registration-changed", id);
    expect(await cancelRegistration(scopeOf(id), NOW)).toMatchObject({ ok: true });
    await db.outboxMail.deleteMany({ where: { state: "QUEUED" } });
    const third = await mailed("registration-cancelled", id);
    expect([first.method, second.method, third.method]).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    const entries = [first, second, third].map(({ entries: [entry] }) => entry);
    expect(new Set(entries.map((entry) => entry?.uid)).size).toBe(1);
    const sequences = entries.map((entry) => entry?.sequence ?? -1);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
    expect(entries[1]?.startDate.compare(entries[0]?.startDate ?? ICAL.Time.now())).toBe(1);
    for (const entry of entries) expect(entry?.attendees).toHaveLength(1);
  });
});

describe("a person's feed", () => {
  it("holds all they are registered for with one organisation, cancelled ones called off, and no secret", async () => {
    const other = await createEvent(db, { organisationId: event.organisationId }, NOW);
    const foreign = await createEvent(db, {}, NOW);
    const email = "Alla.Mina@example.org";
    const [one, two] = [
      await createRegistration(db, event, { email }, NOW),
      await createRegistration(db, other, { email: email.toLowerCase(), state: "CANCELLED" }, NOW),
    ];
    await createRegistration(db, foreign, { email }, NOW);
    await createRegistration(db, event, {}, NOW);
    const path = calendarFeedPath(one.id, email);
    const file = (await findCalendarFeed(path.split("/").at(-1) ?? "", "sv", NOW)) ?? "";
    const feed = read(file);
    expect(feed.method).toBe("PUBLISH");
    const byUid = Object.fromEntries(
      feed.entries.map((entry) => [entry.uid, entry.component.getFirstPropertyValue("status")]),
    );
    expect(byUid).toEqual({ [`${one.id}@localhost`]: "CONFIRMED", [`${two.id}@localhost`]: "CANCELLED" });
    expect(file).not.toContain("example.org/r/");
    expect(file.replaceAll("\r\n ", "")).not.toContain(path);
  });

  it("dies with the address, and no other token opens it", async () => {
    const one = await createRegistration(db, event, {}, NOW);
    const token = calendarFeedPath(one.id, one.email).split("/").at(-1) ?? "";
    expect(await findCalendarFeed(token, "sv", NOW)).not.toBeNull();
    for (const wrong of [
      "",
      "x",
      token.replace(/.$/, (c) => (c === "A" ? "Q" : "A")),
      calendarFeedPath(one.id, "a@example.org").slice(10),
    ])
      expect(await findCalendarFeed(wrong, "sv", NOW)).toBeNull();
    await db.registration.update({
      where: { id: one.id },
      data: { email: "ny@example.org", emailNormalised: "ny@example.org" },
    });
    expect(await findCalendarFeed(token, "sv", NOW)).toBeNull();
  });

  it("and the other published files pass both readers", async () => {
    const { id } = await createRegistration(db, event, {}, NOW);
    expect(read((await findMyCalendar(scopeOf(id), "en", NOW)) ?? "").method).toBe("PUBLISH");
    expect(read((await findEventCalendar(event.slug, "sv", NOW)) ?? "").entries).toHaveLength(2);
  });
});
