import { expect, it } from "vitest";
import type { InvitationScope, RegistrationScope } from "@/lib/auth/scopes";
import { findEventCalendar } from "@/lib/events/queries/event-calendar";
import { database } from "@/lib/platform/db";
import { findMyCalendar } from "@/lib/registrations/queries/my-calendar";
import { getInvitation } from "@/lib/registrations/queries/my-invitation";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { createSession } from "../../support/factories/session";

const db = database();
const lines = (calendar: string | null, start: string) =>
  (calendar ?? "").split("\r\n").filter((line) => line.startsWith(start));

it("an event has an entry for each day, called off when the event is; a draft has none", async () => {
  const event = await createEvent(db, { dayCount: 2 }, NOW);
  const calendar = await findEventCalendar(event.slug, "sv", NOW);
  expect(lines(calendar, "DTSTART;TZID=Europe/Stockholm:")).toHaveLength(2);
  expect(lines(calendar, "STATUS:")).toEqual(["STATUS:CONFIRMED", "STATUS:CONFIRMED"]);
  const uids = lines(calendar, "UID:");

  await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED", cancelledAt: NOW.toString() } });
  const cancelled = await findEventCalendar(event.slug, "en", NOW);
  expect(lines(cancelled, "STATUS:")).toEqual(["STATUS:CANCELLED", "STATUS:CANCELLED"]);
  expect(lines(cancelled, "SEQUENCE:")).toEqual(["SEQUENCE:1", "SEQUENCE:1"]);
  expect(lines(cancelled, "UID:")).toEqual(uids);

  const draft = await createEvent(db, { status: "DRAFT" }, NOW);
  expect(await findEventCalendar(draft.slug, "sv", NOW)).toBeNull();
  expect(await findEventCalendar("\0", "sv", NOW)).toBeNull();
});

it("an attendee's file holds one entry over the days and one for the evening before, under stable UIDs", async () => {
  const event = await createEvent(db, { dayCount: 2 }, NOW);
  const evening = await createSession(db, event, {
    dayId: null,
    kind: "MINGLE",
    capacity: 5,
    startsAt: new Date(`${event.startsOn.toISOString().slice(0, 10)}T00:00:00Z`),
    endsAt: new Date(`${event.startsOn.toISOString().slice(0, 10)}T02:00:00Z`),
  });
  const registration = await createRegistration(db, event, { sessionIds: [evening.id] }, NOW);
  const scope = { registrationId: registration.id, eventId: event.id } as RegistrationScope;
  const calendar = await findMyCalendar(scope, "sv", NOW);
  expect(lines(calendar, "UID:")).toEqual([
    `UID:${registration.id}@localhost`,
    expect.stringContaining(`UID:${registration.id}-${evening.id.slice(0, 8)}`),
  ]);
  expect(lines(calendar, "STATUS:")).toEqual(["STATUS:CONFIRMED", "STATUS:CONFIRMED"]);
  expect(calendar).not.toContain("/r/");
});

it("an invitation is read by its own scope only", async () => {
  const event = await createEvent(db, {}, NOW);
  const invitation = await createInvitation(db, event.id, { name: "Rana Hedlund" });
  const scope = { invitationId: invitation.id, eventId: event.id } as InvitationScope;
  expect(await getInvitation(scope)).toMatchObject({ name: "Rana Hedlund", state: "SENT" });
  const other = { ...scope, eventId: (await createEvent(db, {}, NOW)).id };
  await expect(getInvitation(other)).rejects.toThrow();
});
