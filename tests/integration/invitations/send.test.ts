import { describe, expect, it } from "vitest";
import { openInvitation } from "@/lib/auth/personal-link-gate";
import { toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { allowGuests } from "@/lib/registrations/commands/allow-guests";
import { extendDeadlines } from "@/lib/registrations/commands/extend-deadlines";
import { sendInvitations } from "@/lib/registrations/commands/send-invitations";
import { withdrawInvitation } from "@/lib/registrations/commands/withdraw-invitation";
import { parseInvitationFilter } from "@/lib/registrations/invitation-schema";
import { invitationMails } from "@/lib/registrations/mails/invitations";
import { countSendable } from "@/lib/registrations/queries/sendable";
import { NOW } from "../../support/clock";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { inviter, opened, waitingMails } from "../../support/inviting";
import { person, register } from "../../support/registering";

const db = database();
const everybody = (again = false, raw: Record<string, unknown> = {}) =>
  ({ kind: "shown", filter: parseInvitationFilter(raw), again }) as const;
const later = NOW.add({ hours: 1 });

async function invited() {
  const { event, scope } = await inviter(NOW);
  const create = (name: string, wishes: Parameters<typeof createInvitation>[2] = {}) =>
    createInvitation(db, event.id, { name, email: `${name}@example.org`, ...wishes });
  return { event, scope, create };
}

/** What the outbox's mail about an invitation would be when it leaves. */
async function compose(eventId: string, now = NOW) {
  const mail = await db.outboxMail.findFirstOrThrow({ where: { eventId, message: "invitation" } });
  return invitationMails.invitation({ ...mail, invitationId: mail.invitationId, locale: mail.locale } as never, now);
}

describe("sending invitations", () => {
  it("mails those who have had none, each in their language and once, however often the form is sent", async () => {
    const { event, scope, create } = await invited();
    await create("ny", { sentAt: null });
    await create("new", { sentAt: null, locale: "en" });
    await create("redan");
    await create("nej", { sentAt: null, state: "DECLINED", answeredAt: new Date(NOW.epochMilliseconds) });
    await create("borta", { sentAt: null, withdrawnAt: new Date(NOW.epochMilliseconds) });
    expect(await countSendable(scope, everybody(), NOW)).toMatchObject({ value: 2 });
    const sending = { to: everybody(), shownAt: NOW };
    const sent = await Promise.all([1, 2, 3].map(() => sendInvitations(scope, sending, NOW)));
    expect(sent.map((one) => (one.ok ? one.value.sent : -1)).sort()).toEqual([0, 0, 2]);
    expect(await waitingMails(event.id)).toEqual(["invitation new@example.org", "invitation ny@example.org"]);
    const mail = await db.outboxMail.findFirstOrThrow({ where: { eventId: event.id, toEmail: "new@example.org" } });
    expect(mail.locale).toBe("en");
    expect(await db.auditEntry.count({ where: { eventId: event.id, action: "invitations.sent" } })).toBe(1);
  });

  it("again goes to those mailed before who have not answered, and not to who was mailed since the page was shown", async () => {
    const { event, scope, create } = await invited();
    await create("ny", { sentAt: null });
    await create("obesvarad");
    await create("oppnad", { state: "OPENED" });
    await create("ja", { state: "ACCEPTED", answeredAt: new Date(NOW.epochMilliseconds) });
    expect(await countSendable(scope, everybody(true), NOW)).toMatchObject({ value: 2 });
    const again = { to: everybody(true), shownAt: NOW };
    expect(await sendInvitations(scope, again, later)).toMatchObject({ value: { sent: 2 } });
    expect(await sendInvitations(scope, again, later)).toMatchObject({ value: { sent: 0 } });
    expect(
      await sendInvitations(scope, { ...again, shownAt: later.add({ seconds: 1 }) }, later.add({ minutes: 1 })),
    ).toMatchObject({
      value: { sent: 2 },
    });
    expect((await waitingMails(event.id)).length).toBe(4);
  });

  it("goes to whom the filter shows and nobody else", async () => {
    const { event, scope, create } = await invited();
    await create("chef", { sentAt: null, groupName: "Chefer", municipalityCode: "1281" });
    await create("strateg", { sentAt: null, groupName: "Strateger" });
    await create("ensam", { sentAt: null });
    for (const [raw, count] of [
      [{ group: "Chefer" }, 1],
      [{ group: "-" }, 1],
      [{ municipality: "1281" }, 1],
      [{ q: "STRAT" }, 1],
      [{ category: "deltagare" }, 0],
      [{ status: "opened" }, 0],
    ] as const)
      expect(await countSendable(scope, everybody(false, raw), NOW), JSON.stringify(raw)).toMatchObject({
        value: count,
      });
    await sendInvitations(scope, { to: everybody(false, { group: "Chefer" }), shownAt: NOW }, NOW);
    expect(await waitingMails(event.id)).toEqual(["invitation chef@example.org"]);
  });

  it("to one person of this event only, and only by who may change it", async () => {
    const { event, scope, create } = await invited();
    const other = await invited();
    const foreign = await other.create("annan", { sentAt: null });
    const mine = await create("min", { sentAt: null });
    const one = (id: string) => ({ to: { kind: "one", id }, shownAt: NOW }) as const;
    expect(await sendInvitations(scope, one(foreign.id), NOW)).toMatchObject({ value: { sent: 0 } });
    expect(await sendInvitations(scope, one("nonsense"), NOW)).toMatchObject({ code: "invitation_gone" });
    expect(await sendInvitations({ ...scope, role: "VIEWER" } as typeof scope, one(mine.id), NOW)).toMatchObject({
      code: "invitation_gone",
    });
    const host = { ...scope, reach: { kind: "hosted-sessions", organisationId: scope.organisationId } } as typeof scope;
    expect(await sendInvitations(host, one(mine.id), NOW)).toMatchObject({ code: "invitation_gone" });
    expect([...(await waitingMails(event.id)), ...(await waitingMails(other.event.id))]).toEqual([]);
    expect(await sendInvitations(scope, one(mine.id), NOW)).toMatchObject({ value: { sent: 1 } });
  });

  it("is refused for a draft and after the event; after the last day only who was given longer gets it", async () => {
    const { event, scope, create } = await invited();
    await create("sen", {
      sentAt: null,
      extendedThrough: toDateColumn(NOW.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 30 })),
    });
    await create("vanlig", { sentAt: null });
    const closed = NOW.add({ hours: 24 * 25 });
    expect(await countSendable(scope, everybody(), closed)).toMatchObject({ value: 1 });
    expect(await countSendable(scope, everybody(), NOW.add({ hours: 24 * 60 }))).toMatchObject({
      code: "registration_over",
    });
    await db.event.update({ where: { id: event.id }, data: { status: "DRAFT" } });
    expect(await sendInvitations(scope, { to: everybody(), shownAt: NOW }, NOW)).toMatchObject({
      code: "event_not_published",
    });
    expect(await waitingMails(event.id)).toEqual([]);
  });
});

describe("the invitation's mail", () => {
  it("carries a link that opens it, and is dropped when the reason to send is gone", async () => {
    const { event, scope, create } = await invited();
    const { id } = await create("ny", { sentAt: null, extraGuests: 1 });
    await sendInvitations(scope, { to: { kind: "one", id }, shownAt: NOW }, NOW);
    const mail = await compose(event.id);
    if (mail === "obsolete") throw new Error("the invitation was dropped");
    expect(mail.subject).toBe(`Inbjudan: ${(event.title as { sv: string }).sv}`);
    expect(mail.replyTo).toMatchObject({ email: "kansliet@example.org" });
    const token = /\/i\/([\w-]+)/.exec(mail.text)?.[1] ?? "";
    expect(await openInvitation(token, NOW)).toMatchObject({ value: { invitationId: id } });

    await withdrawInvitation(scope, { id, withdrawn: true }, NOW);
    expect(await compose(event.id)).toBe("obsolete");
    expect(await openInvitation(token, NOW)).toMatchObject({ code: "link_invalid" });
    await withdrawInvitation(scope, { id, withdrawn: false }, NOW);
    expect(await openInvitation(token, NOW)).toMatchObject({ ok: true });
    expect(await compose(event.id, NOW.add({ hours: 24 * 25 }))).toBe("obsolete");
    await register(event.slug, person({ email: "ny@example.org" }), NOW);
    expect(await compose(event.id)).toBe("obsolete");
  });
});

describe("one invitation", () => {
  it("is taken back unless it has brought somebody; what was taken back brings nobody", async () => {
    const { event, scope, create } = await invited();
    const { id } = await create("borta");
    const come = await createRegistration(db, event, { email: "ja@example.org" }, NOW);
    const accepted = await create("ja", {
      state: "ACCEPTED",
      answeredAt: new Date(NOW.epochMilliseconds),
      registrationId: come.id,
    });
    expect(await withdrawInvitation(scope, { id: accepted.id, withdrawn: true }, NOW)).toMatchObject({
      code: "already_registered",
    });
    for (let twice = 0; twice < 2; twice += 1)
      expect(await withdrawInvitation(scope, { id, withdrawn: true }, NOW)).toMatchObject({ ok: true });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: "invitation.withdrawn" } })).toBe(1);
    const invitation = opened({ id, eventId: event.id });
    expect(await register(event.slug, person({ email: "borta@example.org" }), NOW, { invitation })).toMatchObject({
      code: "invitation_used",
    });
  });

  it("allows 0 to 50 guests, and never fewer than have come along", async () => {
    const { event, scope, create } = await invited();
    const { id } = await create("med");
    for (const guests of ["", "-1", "51", "1.5", "två", "1e1"])
      expect(await allowGuests(scope, { id, guests }, NOW), guests).toMatchObject({ code: "guests_invalid" });
    expect(await allowGuests(scope, { id, guests: "3" }, NOW)).toMatchObject({ ok: true });
    await createRegistration(db, event, { guestOfId: id }, NOW);
    await createRegistration(db, event, { guestOfId: id, state: "CANCELLED" }, NOW);
    expect(await allowGuests(scope, { id, guests: "0" }, NOW)).toMatchObject({ code: "guests_fewer" });
    expect(await allowGuests(scope, { id, guests: "1" }, NOW)).toMatchObject({ ok: true });
    expect(await db.invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ extraGuests: 1 });
  });

  it("of another event, or for who may only read, is not there", async () => {
    const { scope } = await invited();
    const other = await invited();
    const { id } = await other.create("annans");
    const viewer = { ...other.scope, role: "VIEWER" } as typeof scope;
    for (const each of [scope, viewer]) {
      expect(await withdrawInvitation(each, { id, withdrawn: true }, NOW)).toMatchObject({ code: "invitation_gone" });
      expect(await allowGuests(each, { id, guests: "1" }, NOW)).toMatchObject({ code: "invitation_gone" });
      const request = { whose: { invitationId: id }, body: { through: "2026-09-20" } };
      expect(await extendDeadlines(each, request, NOW)).toMatchObject({ code: "registration_not_found" });
    }
    for (const bad of ["", "x", "0"]) {
      expect(await withdrawInvitation(scope, { id: bad, withdrawn: true }, NOW)).toMatchObject({
        code: "invitation_gone",
      });
      expect(await extendDeadlines(scope, { whose: { invitationId: bad }, body: { through: "" } }, NOW)).toMatchObject({
        code: "registration_not_found",
      });
    }
    expect(await db.invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      withdrawnAt: null,
      extraGuests: 0,
    });
  });
});
