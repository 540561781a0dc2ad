import type { Temporal } from "temporal-polyfill";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken, newId } from "@/lib/core/ids";
import { toDateColumn } from "@/lib/core/local-date";
import { mailToken } from "@/lib/mail/rules/mail-token";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { MemberRole } from "@/lib/platform/generated/client";
import { calendarFeedPath } from "@/lib/registrations/queries/calendar-feed";
import { createEvent } from "../factories/event";
import { createInvitation } from "../factories/invitation";
import { createMailing } from "../factories/mailing";
import { createMaterial } from "../factories/material";
import { createMember } from "../factories/member";
import { createOrganisation, createSeries } from "../factories/organisation";
import { createRegistration } from "../factories/registration";
import { createReminderRule } from "../factories/reminder-rule";
import { createSession, createSpeaker } from "../factories/session";
import { createUndelivered } from "../factories/undelivered";
import { bytesOf } from "../sample-files";
import { askForFile } from "../sending-files";
import { sessionOf } from "../signed-in";

/** An organisation with one event, somebody registered, somebody invited and a speaker: all there is to get at. */
export type House = Awaited<ReturnType<typeof createHouse>>;
export const HOUSES = ["own", "foreign"] as const;
export type World = {
  readonly own: House;
  readonly foreign: House;
  /** The session cookie's value of everybody who signs in, or once did. */
  readonly sessions: Readonly<Record<SignedIn, string>>;
};

/** Each role of an organisation's members, as the role table names it. A role added to the product needs a line here. */
export const MEMBERS = {
  owner: "OWNER",
  editor: "EDITOR",
  finance: "FINANCE",
  viewer: "VIEWER",
  door: "DOOR",
} as const satisfies Record<string, MemberRole>;

type SignedIn = keyof typeof MEMBERS | "co-organiser" | "host" | "stranger" | "disabled" | "signed out";

/** Two organisations side by side; everybody but the stranger belongs to the first, by membership or by invitation. */
export async function createWorld(now: Temporal.Instant): Promise<World> {
  const db = database();
  const own = await createHouse("egen", now);
  const foreign = await createHouse("frammande", now);
  const member = async (organisationId: string, role: MemberRole) =>
    sessionOf((await createMember(db, organisationId, role)).id, now);
  const partner = async (access: "WHOLE_EVENT" | "OWN_SESSIONS", organisationId: string) => {
    await db.coOrganiser.create({ data: { eventId: own.event.id, organisationId, access } });
    return member(organisationId, "OWNER");
  };
  const disabled = await createMember(db, own.organisationId, "OWNER");
  const disabledSession = await sessionOf(disabled.id, now);
  await db.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date(now.epochMilliseconds) } });
  const left = await createMember(db, own.organisationId, "OWNER");
  const members = Object.entries(MEMBERS) as [keyof typeof MEMBERS, MemberRole][];
  const sessions = await Promise.all(
    members.map(async ([name, role]) => [name, await member(own.organisationId, role)] as const),
  );
  return {
    own,
    foreign,
    sessions: {
      ...(Object.fromEntries(sessions) as Record<keyof typeof MEMBERS, string>),
      "co-organiser": await partner("WHOLE_EVENT", (await createOrganisation(db)).id),
      host: await partner("OWN_SESSIONS", own.hostId),
      stranger: await member(foreign.organisationId, "OWNER"),
      disabled: disabledSession,
      "signed out": await sessionOf(left.id, now.subtract({ hours: 24 * 365 })),
    },
  };
}

async function createHouse(name: string, now: Temporal.Instant) {
  const db = database();
  const { id: organisationId, slug: organisationSlug } = await createOrganisation(db);
  const { id: hostId } = await createOrganisation(db);
  const series = await createSeries(db, organisationId);
  const event = await createEvent(db, { organisationId, seriesId: series.id, slug: `${name}-konferens` }, now);
  const hosted = await createSession(db, event, { capacity: 20, hostOrganisationId: hostId });
  const person = { name: `Hemlig Person ${name}`, email: `hemlig-${name}@example.org` };
  const registration = await createRegistration(
    db,
    event,
    { ...person, sessionIds: [hosted.id], reference: `TEST-${name.slice(0, 4).toUpperCase()}` },
    now,
  );
  const diet = `hemlig allergi ${name}`;
  const deleteAfter = toDateColumn(now.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 90 }));
  await db.sensitiveNeeds.create({ data: { registrationId: registration.id, diet, deleteAfter } });
  await askForFile(event, { sensitive: true });
  const content = bytesOf(diet);
  const file = await db.storedFile.create({
    data: {
      ...{ id: newId(now), eventId: event.id, questionKey: "cv", name: "intyg.txt", mediaType: "text/plain" },
      ...{ tokenHash: hashToken(name), digest: hashToken(name), uploadedAt: toTimestamp(now) },
      ...{ content: Uint8Array.from(content), size: content.length, registrationId: registration.id },
    },
  });
  const answers = { cv: `${file.id}/intyg.txt` };
  await db.sensitiveNeeds.update({ where: { registrationId: registration.id }, data: { answers } });
  const invitation = await createInvitation(db, event.id);
  const questionKey = "resa";
  const label = { sv: "Hur reser du?", en: "How do you travel?" };
  await db.question.create({ data: { eventId: event.id, key: questionKey, kind: "TEXT", label } });
  const { booking } = await db.registration.findUniqueOrThrow({
    where: { id: registration.id },
    select: { booking: { select: { id: true, reference: true } } },
  });
  const leavesAt = toTimestamp(now.add({ hours: 24 }));
  const mailing = await createMailing(db, event.id, { state: "QUEUED", recipients: 1, leavesAt });
  await db.outboxMail.create({
    data: {
      ...{
        eventId: event.id,
        registrationId: registration.id,
        message: "mailing",
        locale: "sv",
        toEmail: person.email,
      },
      ...{ params: { mailing: mailing.id }, notBefore: leavesAt },
    },
  });
  // Off, so that it reminds nobody while the permissions are tried.
  const everybody = { kind: "CONFIRMED", anchor: "EVENT_START", enabled: false } as const;
  const reminder = await createReminderRule(db, event.id, everybody);
  const speaker = await createSpeaker(db, organisationId, [hosted.id]);
  const material = await createMaterial(db, event.id, { sessionId: hosted.id, publishedAt: toTimestamp(now) }, now);
  const wholeEventMaterial = await createMaterial(db, event.id, {}, now);
  const mailId = await createUndelivered(
    db,
    { organisationId, eventId: event.id, registrationId: registration.id, ...person },
    now,
  );
  const soon = now.add({ hours: 24 });
  return {
    organisationId,
    organisationSlug,
    hostId,
    event,
    series,
    reference: `TEST-${name.slice(0, 4).toUpperCase()}`,
    registrationId: registration.id,
    bookingReference: booking.reference,
    invitationId: invitation.id,
    mailId,
    calendarPath: calendarFeedPath(registration.id, person.email),
    mailToken: mailToken(mailId, env().AUTH_SECRET),
    questionKey,
    /** A sensitive file, whose content is the needs. */
    fileId: file.id,
    mailingId: mailing.id,
    speakerId: speaker.id,
    /** Hosted by `hostId`. */
    hostedSessionId: hosted.id,
    materialId: material.id,
    wholeEventMaterialId: wholeEventMaterial.id,
    reminderId: reminder.id,
    /** What only those who may see the registration, or the needs, may find in an answer. */
    secrets: { name: person.name, email: person.email, needs: diet },
    links: {
      registration: await mintPersonalLink({ purpose: "REGISTRATION", registrationId: registration.id }, soon),
      invitation: await mintPersonalLink({ purpose: "INVITATION", invitationId: invitation.id }, soon),
      booking: await mintPersonalLink({ purpose: "BOOKING", bookingId: booking.id }, soon),
      speaker: await mintPersonalLink({ purpose: "SPEAKER", speakerId: speaker.id }, soon),
    },
  };
}
