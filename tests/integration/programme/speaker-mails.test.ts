import { describe, expect, it } from "vitest";
import { openSpeaker } from "@/lib/auth/personal-link-gate";
import { canEdit } from "@/lib/auth/policy";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { inviteSpeakers } from "@/lib/programme/commands/invite-speakers";
import { tellSpeakers } from "@/lib/programme/commands/tell-speakers";
import { listEventSpeakers } from "@/lib/programme/queries/event-speakers";
import { listSpeakersWithoutSlides } from "@/lib/programme/queries/speakers-without-slides";
import { announceMaterials } from "@/lib/registrations/commands/announce-materials";
import { NOW } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent, type EventWishes } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createRegistration } from "../../support/factories/registration";
import { createSession, createSpeaker } from "../../support/factories/session";
import { scopeOf } from "../../support/signed-in";
import { startSmtp } from "../../support/smtp-server";

const db = database();
const FAR = { daysAhead: 60 };

async function stage(wishes: EventWishes = FAR, role: MemberRole = "OWNER") {
  const event = await createEvent(db, wishes, NOW);
  const [one, two] = [await createSession(db, event), await createSession(db, event)];
  const speaker = await createSpeaker(db, event.organisationId, [one.id], { name: "Sofia Abdi" });
  const other = await createSpeaker(db, event.organisationId, [two.id], { name: "Omar Lindahl" });
  const user = await createMember(db, event.organisationId, role);
  const organiser = role === "VIEWER" ? null : await scopeOf(user.id, event.slug, NOW, canEdit);
  return { event, one, two, speaker, other, scope: organiser ?? (await scopeOf(user.id, event.slug, NOW)) };
}
const material = (event: { id: string }, sessionId: string | null = null) =>
  db.material.create({
    data: {
      ...{ id: newId(NOW), eventId: event.id, sessionId, title: { sv: "Rapporten", en: "The report" } },
      ...{ link: "https://example.org/rapport", uploadedAt: toTimestamp(NOW) },
      ...{ consent: true, publishedAt: toTimestamp(NOW) },
    },
  });
const later = (minutes: number) => NOW.add({ minutes });

describe("a speaker's invitation", () => {
  it("carries sessions, time, place, a link that opens the sheet, and an entry for the calendar", async () => {
    const smtp = await startSmtp();
    const { scope, speaker, event } = await stage();
    expect(await inviteSpeakers(scope, [speaker.id], NOW)).toEqual({ ok: true, value: { sent: 1 } });
    expect(await inviteSpeakers(scope, [speaker.id, speaker.id], NOW)).toEqual({ ok: true, value: { sent: 1 } });
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    const [mail] = smtp.mails;
    expect(smtp.recipients).toEqual([[speaker.email]]);
    expect(mail?.text).toContain("Sofia Abdi");
    const token = /\/s\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
    const opened = await openSpeaker(token, NOW);
    expect(opened.ok && opened.value.speakerId).toBe(speaker.id);
    const [told] = await db.speakerInvitation.findMany({ where: { eventId: event.id } });
    expect(told?.speakerId).toBe(speaker.id);
    await smtp.stop();
  });

  it("goes to nobody when one of the chosen is another organisation's, of no session here or without an address", async () => {
    const { scope, speaker, event } = await stage();
    const foreign = await stage();
    const idle = await createSpeaker(db, event.organisationId);
    const mute = await createSpeaker(db, event.organisationId, [], { email: null });
    await db.sessionSpeaker.create({ data: { sessionId: (await createSession(db, event)).id, speakerId: mute.id } });
    const asked = (id: string) => inviteSpeakers(scope, [speaker.id, id], NOW);
    expect(await asked(foreign.speaker.id)).toMatchObject({ code: "speaker_gone" });
    expect(await asked(idle.id)).toMatchObject({ code: "speaker_gone" });
    expect(await asked("nobody")).toMatchObject({ code: "speaker_gone" });
    expect(await asked(mute.id)).toMatchObject({ code: "no_address" });
    expect(await inviteSpeakers(scope, [], NOW)).toMatchObject({ code: "nobody_chosen" });
    expect(await db.outboxMail.count({ where: { eventId: event.id } })).toBe(0);
  });

  it("is shown to the organiser of the event, with its speakers and nobody else's", async () => {
    const { scope, speaker, other, one } = await stage();
    await stage();
    await inviteSpeakers(scope, [speaker.id], NOW);
    const { speakers } = await listEventSpeakers(scope);
    expect(speakers.map(({ id, invitedAt }) => [id, invitedAt?.toString()])).toEqual([
      [other.id, undefined],
      [speaker.id, NOW.toString()],
    ]);
    expect(speakers[1]?.sessions).toEqual([one.title]);
  });

  it("is not sent from a draft, nor by who only looks", async () => {
    const draft = await stage({ ...FAR, status: "DRAFT" });
    expect(await inviteSpeakers(draft.scope, [draft.speaker.id], NOW)).toMatchObject({ code: "event_not_ahead" });
    const looking = await stage(FAR, "VIEWER");
    expect(await inviteSpeakers(looking.scope, [looking.speaker.id], NOW)).toMatchObject({ code: "speaker_gone" });
  });
});

describe("a change in the programme", () => {
  it("is told once, to the speaker it concerns, with what it was before", async () => {
    const smtp = await startSmtp();
    const { scope, speaker, other, one } = await stage();
    await inviteSpeakers(scope, [speaker.id, other.id], NOW);
    await deliverDue(smtp, NOW);
    await db.session.update({ where: { id: one.id }, data: { endsAt: new Date(one.endsAt.getTime() + 900_000) } });
    expect(await tellSpeakers(later(1))).toBe(1);
    await db.session.update({ where: { id: one.id }, data: { startsAt: new Date(one.startsAt.getTime() + 300_000) } });
    // The mail that waits tells of this, too.
    expect(await tellSpeakers(later(2))).toBe(0);
    expect(await deliverDue(smtp, later(3))).toEqual([]);
    expect(await deliverDue(smtp, later(6))).toEqual(["sent"]);
    const last = smtp.mails.at(-1);
    expect(smtp.recipients.at(-1)).toEqual([speaker.email]);
    expect(last?.subject).toContain("Ändrat för dig som talare");
    expect(last?.text).toMatch(/ny tid, .*09:05–10:15\. Förut .*09:00–10:00/s);
    expect(await tellSpeakers(later(7))).toBe(0);
    await smtp.stop();
  });

  it("that is taken back in time is told to nobody", async () => {
    const smtp = await startSmtp();
    const { scope, speaker, one } = await stage();
    await inviteSpeakers(scope, [speaker.id], NOW);
    await deliverDue(smtp, NOW);
    await db.session.update({ where: { id: one.id }, data: { cancelledAt: toTimestamp(NOW) } });
    expect(await tellSpeakers(later(1))).toBe(1);
    await db.session.update({ where: { id: one.id }, data: { cancelledAt: null } });
    expect(await tellSpeakers(later(2))).toBe(0);
    expect(await deliverDue(smtp, later(6))).toEqual(["obsolete"]);
    await smtp.stop();
  });

  it("reaches nobody who has not been invited", async () => {
    const { one } = await stage();
    await db.session.update({ where: { id: one.id }, data: { cancelledAt: toTimestamp(NOW) } });
    const before = await db.outboxMail.count();
    await tellSpeakers(later(1));
    expect(await db.outboxMail.count()).toBe(before);
  });

  it("takes a cancelled session out of the calendar", async () => {
    const smtp = await startSmtp();
    const { scope, speaker, event } = await stage();
    await inviteSpeakers(scope, [speaker.id], NOW);
    await deliverDue(smtp, NOW);
    await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED", cancelledAt: toTimestamp(NOW) } });
    expect(await tellSpeakers(later(1))).toBe(1);
    expect(await deliverDue(smtp, later(7))).toEqual(["sent"]);
    expect(smtp.mails.at(-1)?.text).toContain("programpunkten är inställd");
    await smtp.stop();
  });
});

describe("missing slides", () => {
  it("are asked for of those who speak and have handed in nothing, until they have", async () => {
    const smtp = await startSmtp();
    const { event, speaker, other, one, two } = await stage();
    const moderator = await createSpeaker(db, event.organisationId);
    await db.sessionSpeaker.create({ data: { sessionId: one.id, speakerId: moderator.id, part: "MODERATOR" } });
    await createSpeaker(db, event.organisationId, [one.id], { email: null });
    const ids = async () => (await listSpeakersWithoutSlides(event.id)).map(({ id }) => id).toSorted();
    expect(await ids()).toEqual([speaker.id, other.id].toSorted());
    await material(event, two.id);
    expect(await ids()).toEqual([speaker.id]);
    const to = { name: speaker.name, email: speaker.email ?? "" };
    const mail = { message: "slides-missing", locale: "sv", to, eventId: event.id } as const;
    const queue = () => db.$transaction((tx) => enqueueMail(tx, { ...mail, params: { speaker: speaker.id } }, NOW));
    await queue();
    expect(await deliverDue(smtp, NOW)).toEqual(["sent"]);
    await material(event, one.id);
    await queue();
    expect(await deliverDue(smtp, NOW)).toEqual(["obsolete"]);
    await smtp.stop();
  });
});

describe("when the event is over", () => {
  it("each who had a place is told of the materials once", async () => {
    const smtp = await startSmtp();
    const event = await createEvent(db, { daysAhead: 1 }, NOW);
    const came = await createRegistration(db, event, {}, NOW);
    await createRegistration(db, event, { state: "CANCELLED" }, NOW);
    await material(event);
    expect(await announceMaterials(NOW.add({ hours: 30 }))).toBe(0);
    const after = NOW.add({ hours: 24 * 3 });
    expect(await announceMaterials(after)).toBe(1);
    expect(await announceMaterials(after)).toBe(0);
    await deliverDue(smtp, after);
    expect(smtp.recipients).toEqual([[came.email]]);
    expect(smtp.mails[0]?.text).toContain("Rapporten");
    await smtp.stop();
  });

  it("they are asked what they thought where the organiser has a survey, and not while it goes on", async () => {
    const smtp = await startSmtp();
    const event = await createEvent(db, { daysAhead: 1 }, NOW);
    const { id, name, email } = await createRegistration(db, event, {}, NOW);
    const queue = () =>
      db.$transaction((tx) =>
        enqueueMail(tx, { message: "evaluation-open", locale: "sv", to: { name, email }, registrationId: id }, NOW),
      );
    const after = NOW.add({ hours: 24 * 2 });
    await queue();
    expect(await deliverDue(smtp, after)).toEqual(["obsolete"]);
    await db.event.update({ where: { id: event.id }, data: { evaluationUrl: "https://example.org/enkat" } });
    await queue();
    expect(await deliverDue(smtp, NOW)).toEqual(["obsolete"]);
    await queue();
    expect(await deliverDue(smtp, after)).toEqual(["sent"]);
    expect(smtp.mails[0]?.text).toContain("https://example.org/enkat");
    await smtp.stop();
  });
});
