import { describe, expect, it } from "vitest";
import { toTimestamp } from "@/lib/core/clock";
import { enqueueMail, type MailToBe } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { acceptOffer } from "@/lib/registrations/commands/answer-offer";
import { makeOffer } from "@/lib/registrations/commands/make-offer";
import { at } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { createEvent } from "../../support/factories/event";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { scopeOf } from "../../support/registering";
import { startSmtp } from "../../support/smtp-server";

const db = database();
/** A Monday morning, so that working hours are counted from now. */
const MONDAY = at("2026-09-14 09:00");
const SYSTEM = { kind: "SYSTEM" } as const;

const queue = (mail: MailToBe) => db.$transaction((tx) => enqueueMail(tx, mail, MONDAY));

describe("a mail about an offer that runs out", () => {
  async function offered(until = at("2026-09-15 09:00")) {
    const event = await createEvent(db, {}, MONDAY);
    const { id, reference, email } = await createRegistration(db, event, { state: "WAITLISTED" }, MONDAY);
    const { organisationId, timeZone } = event;
    await db.$transaction((tx) => makeOffer(tx, id, { organisationId, timeZone, until, actor: SYSTEM }, MONDAY));
    return { event, reference, email };
  }

  it("leaves once, halfway, to whoever has not answered", async () => {
    const smtp = await startSmtp();
    const { email } = await offered();
    expect(await deliverDue(smtp, MONDAY)).toEqual(["sent"]);
    expect(await deliverDue(smtp, at("2026-09-14 13:29"))).toEqual([]);
    expect(await deliverDue(smtp, at("2026-09-14 13:30"))).toEqual(["sent"]);
    expect(await deliverDue(smtp, at("2026-09-14 16:30"))).toEqual([]);
    const last = smtp.mails.at(-1);
    expect(smtp.recipients.at(-1)).toEqual([email]);
    expect(last?.subject).toContain("Platsen hålls till tisdag 15 september 2026 kl. 09:00");
    await smtp.stop();
  });

  it("is dropped when the offer has been answered", async () => {
    const smtp = await startSmtp();
    const { reference } = await offered();
    expect((await acceptOffer(await scopeOf(reference), MONDAY)).ok).toBe(true);
    await deliverDue(smtp, MONDAY);
    expect(await deliverDue(smtp, at("2026-09-14 13:30"))).toEqual(["obsolete"]);
    await smtp.stop();
  });
});

describe("an invitation that was opened and not answered", () => {
  const mailTo = async (wishes: Parameters<typeof createInvitation>[2]) => {
    const event = await createEvent(db, {}, MONDAY);
    const { id, name, email } = await createInvitation(db, event.id, wishes);
    const to = { name, email };
    await queue({ message: "invitation-unfinished", locale: "sv", to, eventId: event.id, invitationId: id });
  };

  it("is mailed to, with the days left, and to nobody who has answered, not opened it or been taken off the list", async () => {
    const smtp = await startSmtp();
    await mailTo({ state: "OPENED" });
    expect(await deliverDue(smtp, MONDAY)).toEqual(["sent"]);
    expect(smtp.mails[0]?.subject).toContain("Ditt svar är inte klart");
    await mailTo({ state: "SENT" });
    await mailTo({ state: "DECLINED", answeredAt: toTimestamp(MONDAY) });
    await mailTo({ state: "OPENED", withdrawnAt: toTimestamp(MONDAY) });
    expect(await deliverDue(smtp, MONDAY)).toEqual(["obsolete", "obsolete", "obsolete"]);
    await smtp.stop();
  });
});

describe("practical information", () => {
  it("tells those with a place about the way there and the day, and nobody else", async () => {
    const smtp = await startSmtp();
    const text = (sv: string) => ({ sv, en: `${sv} (en)` });
    const event = await createEvent(db, { practicalities: text("Lunch ingår.") }, MONDAY);
    const { organisationId } = event;
    const venue = await db.venue.create({
      data: { organisationId, name: "Folkets hus", city: "Malmö", travel: text("Tåg till Malmö C.") },
    });
    await db.event.update({ where: { id: event.id }, data: { venueId: venue.id } });
    for (const state of ["CONFIRMED", "CANCELLED", "WAITLISTED"] as const) {
      const { id, name, email } = await createRegistration(db, event, { state, locale: "en" }, MONDAY);
      const to = { name, email };
      await queue({ message: "practical-information", locale: "en", to, eventId: event.id, registrationId: id });
    }
    expect((await deliverDue(smtp, MONDAY)).toSorted()).toEqual(["obsolete", "obsolete", "sent"]);
    for (const said of ["Lunch ingår. (en)", "Tåg till Malmö C. (en)", "Folkets hus"]) {
      expect(smtp.mails[0]?.text?.replaceAll(/\s+/g, " ")).toContain(said);
    }
    await smtp.stop();
  });
});
