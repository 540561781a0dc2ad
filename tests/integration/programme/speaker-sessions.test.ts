import { beforeAll, describe, expect, it } from "vitest";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { openSpeaker } from "@/lib/auth/personal-link-gate";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { listSpeakerSessions, type SpeakerSession } from "@/lib/programme/queries/speaker-sessions";
import { at, NOW } from "../../support/clock";
import { type CreatedEvent, createEvent, type EventWishes } from "../../support/factories/event";
import { createOrganisation } from "../../support/factories/organisation";
import { createRegistration, type RegistrationWishes } from "../../support/factories/registration";
import { createSession, createSpeaker } from "../../support/factories/session";

const both = (text: string) => ({ sv: text, en: `${text} (en)` });
const hours = (start: string) => ({
  startsAt: toTimestamp(at(start)),
  endsAt: toTimestamp(at(start).add({ minutes: 45 })),
});

/** Two days, 28 and 29 November 2026, in a house with a hall of 300 seats. */
async function conferenceOf(organisationId: string, wishes: EventWishes = {}) {
  const venue = await database().venue.create({
    data: {
      organisationId,
      name: "Folkets hus",
      street: "Barnhusgatan 12",
      city: "Stockholm",
      rooms: { create: { name: "Kongresshallen", seats: 300 } },
    },
    include: { rooms: true },
  });
  const event = await createEvent(
    database(),
    { organisationId, venueId: venue.id, dayCount: 2, daysAhead: 74, ...wishes },
    NOW,
  );
  const [first, second] = event.days.map((day) => day.id);
  const [hall] = venue.rooms.map((room) => room.id);
  if (!first || !second || !hall) throw new Error("the conference is not whole");
  return { event, first, second, hall };
}

/** An attendee with an allergy, so that what must not leak exists. */
async function attendee(event: CreatedEvent, wishes: RegistrationWishes) {
  const { id } = await createRegistration(database(), event, { name: "Hemlig Deltagare", ...wishes }, NOW);
  await database().sensitiveNeeds.create({
    data: { registrationId: id, diet: "jordnötsallergi", deleteAfter: event.needsDeletedOn },
  });
}

/** The way in that a speaker has: a link, opened. */
async function sessionsOf(speakerId: string): Promise<readonly SpeakerSession[]> {
  const token = await mintPersonalLink({ purpose: "SPEAKER", speakerId }, NOW.add({ hours: 24 }));
  const opened = await openSpeaker(token, NOW);
  if (!opened.ok) throw new Error(opened.code);
  return listSpeakerSessions(opened.value);
}

const titles = (sessions: readonly SpeakerSession[]) => sessions.map((session) => session.title.sv);

describe("a speaker's own sessions", () => {
  let organiser: string;
  let mehmed: string;
  let sheet: readonly SpeakerSession[];

  beforeAll(async () => {
    const db = database();
    organiser = (await createOrganisation(db)).id;
    const { event, first, second, hall } = await conferenceOf(organiser);
    const talk = await createSession(db, event, {
      title: both("Ledarskap"),
      ...hours("2026-11-28 10:00"),
      roomId: hall,
    });
    const workshop = await createSession(db, event, {
      title: both("Verkstad"),
      ...hours("2026-11-29 13:00"),
      dayId: second,
      roomId: hall,
      capacity: 20,
    });
    const evening = await createSession(db, event, {
      title: both("Kvällen före"),
      ...hours("2026-11-27 18:00"),
      dayId: null,
    });
    const dropped = await createSession(db, event, {
      title: both("Struken"),
      ...hours("2026-11-29 15:00"),
      cancelledAt: toTimestamp(NOW),
    });
    const other = await createSession(db, event, { title: both("Någon annans"), ...hours("2026-11-28 11:00") });
    const draft = await conferenceOf(organiser, { status: "DRAFT", publishedAt: null });
    const secret = await createSession(db, draft.event, { title: both("Utkast") });
    const own = [workshop, talk, secret, evening, dropped].map((session) => session.id);
    mehmed = (await createSpeaker(db, organiser, own, { name: "Mehmed Hasanbegovic" })).id;
    const modig = await createSpeaker(db, organiser, [other.id], { name: "Maja Modig", affiliation: "Skurups kommun" });
    await db.sessionSpeaker.create({ data: { sessionId: talk.id, speakerId: modig.id, part: "MODERATOR" } });

    await attendee(event, { dayIds: [first, second], sessionIds: [workshop.id] });
    await attendee(event, { dayIds: [second], sessionIds: [workshop.id] });
    await attendee(event, { dayIds: [first] });
    await attendee(event, { dayIds: [first] });
    for (const state of ["CANCELLED", "WAITLISTED", "PENDING_APPROVAL", "REJECTED"] as const)
      await attendee(event, { state, sessionIds: [workshop.id] });
    for (const state of ["HELD", "OFFERED"] as const)
      await attendee(event, { state, sessionIds: [workshop.id], expiresAt: toTimestamp(NOW.add({ hours: 1 })) });
    sheet = await sessionsOf(mehmed);
  });

  it("are all of theirs and nobody else's, in order of time, without drafts", () => {
    expect(titles(sheet)).toEqual(["Kvällen före", "Ledarskap", "Verkstad", "Struken"]);
  });

  it("say when and where, and with whom", () => {
    const [, talk] = sheet;
    expect(talk).toMatchObject({
      room: "Kongresshallen",
      part: "SPEAKER",
      coSpeakers: [{ name: "Maja Modig", affiliation: "Skurups kommun", role: null, part: "MODERATOR" }],
      event: {
        timeZone: "Europe/Stockholm",
        venue: { name: "Folkets hus", street: "Barnhusgatan 12", city: "Stockholm" },
        contact: { name: "Konferenskansliet", email: "kansliet@example.org", phone: null },
      },
    });
    expect(talk?.startsAt.toString()).toBe("2026-11-28T09:00:00Z");
    expect(talk?.event.startsOn.toString()).toBe("2026-11-28");
  });

  it("count the confirmed of the day where nobody signs up, and seats in the room", () => {
    expect(sheet[1]).toMatchObject({ headcount: { of: "day", people: 3 }, capacity: 300 });
  });

  it("count the confirmed who signed up for the session, and its own places", () => {
    expect(sheet[2]).toMatchObject({ headcount: { of: "session", people: 2 }, capacity: 20 });
  });

  it("count nobody for what has neither day nor sign-up", () => {
    expect(sheet[0]).toMatchObject({ headcount: null, capacity: null, room: null });
  });

  it("stay on the sheet when cancelled, without a count", () => {
    expect(sheet.map((session) => session.isCancelled)).toEqual([false, false, false, true]);
    expect(sheet[3]?.headcount).toBeNull();
  });

  it("carry no attendee's name, address or needs", () => {
    const everything = JSON.stringify(sheet);
    expect(everything).not.toContain("Hemlig");
    expect(everything).not.toContain("deltagare-");
    expect(everything).not.toContain("allergi");
  });

  it("are cancelled with their event", async () => {
    const cancelledAt = toTimestamp(NOW);
    const { event } = await conferenceOf(organiser, { status: "CANCELLED", cancelledAt });
    const talk = await createSession(database(), event, { title: both("Inställt") });
    const someone = await createSpeaker(database(), organiser, [talk.id]);
    await attendee(event, {});
    expect(await sessionsOf(someone.id)).toMatchObject([
      { title: both("Inställt"), isCancelled: true, headcount: null },
    ]);
  });

  it("are not those of a namesake with the same address at another organisation", async () => {
    const elsewhere = (await createOrganisation(database())).id;
    const { event } = await conferenceOf(elsewhere);
    const talk = await createSession(database(), event, { title: both("På annat håll") });
    const { name, email } = await database().speaker.findUniqueOrThrow({ where: { id: mehmed } });
    const namesake = await createSpeaker(database(), elsewhere, [talk.id], { name, email });
    expect(titles(await sessionsOf(namesake.id))).toEqual(["På annat håll"]);
    expect(titles(await sessionsOf(mehmed))).not.toContain("På annat håll");
  });

  it("are an empty sheet for a speaker without any", async () => {
    expect(await sessionsOf((await createSpeaker(database(), organiser)).id)).toEqual([]);
  });
});

describe("a speaker's link", () => {
  async function link() {
    const { id } = await createSpeaker(database(), (await createOrganisation(database())).id);
    return mintPersonalLink({ purpose: "SPEAKER", speakerId: id }, NOW.add({ hours: 1 }));
  }

  it("opens nothing when expired, garbled or empty", async () => {
    const token = await link();
    expect(await openSpeaker(token, NOW.add({ hours: 1 }))).toMatchObject({ ok: false, code: "link_invalid" });
    expect(await openSpeaker(`${token}x`, NOW)).toMatchObject({ ok: false, code: "link_invalid" });
    expect(await openSpeaker("", NOW)).toMatchObject({ ok: false, code: "link_invalid" });
  });

  it("opens again and again: reading consumes nothing", async () => {
    const token = await link();
    for (let visit = 0; visit < 3; visit++) expect((await openSpeaker(token, NOW)).ok).toBe(true);
  });
});
