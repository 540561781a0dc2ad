import type { Temporal } from "temporal-polyfill";
import { type Actor, recordAudit } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { enqueueMail, type MailToBe } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { offerReminderAt } from "../rules/offer-reminder";
import { moveRegistration } from "./move-registration";

type Offer = {
  readonly organisationId: string;
  /** IANA zone of the event. */
  readonly timeZone: string;
  readonly until: Temporal.Instant;
  readonly actor: Actor;
};

/**
 * Offers a place to somebody who waits, and mails it. The caller holds the quotas' locks and has found room. False when the
 * person has left the line in the same moment.
 */
export async function makeOffer(
  tx: Transaction,
  registrationId: string,
  offer: Offer,
  now: Temporal.Instant,
): Promise<boolean> {
  const { organisationId, until, actor } = offer;
  const move = { from: "WAITLISTED", event: "offer", actor, expiresAt: until } as const;
  if (!(await moveRegistration(tx, registrationId, move, now))) return false;
  const { eventId, name, email, locale } = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { eventId: true, name: true, email: true, locale: true },
  });
  await recordAudit(
    tx,
    { organisationId, eventId, actor, action: "registration.offered", subjectId: registrationId },
    now,
  );
  const mail = { message: "registration-offer", locale, to: { name, email }, organisationId, eventId } as const;
  await enqueueMail(tx, { ...mail, registrationId }, now);
  await enqueueReminder(tx, { ...mail, registrationId }, offer, now);
  return true;
}

/** The same for a place in a session. */
export async function makeSessionOffer(
  tx: Transaction,
  waitingId: string,
  offer: Offer,
  now: Temporal.Instant,
): Promise<boolean> {
  const { organisationId, until, actor } = offer;
  const { count } = await tx.sessionWaiting.updateMany({
    where: { id: waitingId, state: "WAITING" },
    data: { state: "OFFERED", expiresAt: toTimestamp(until), updatedAt: toTimestamp(now) },
  });
  if (count === 0) return false;
  const { eventId, registrationId, registration } = await tx.sessionWaiting.findUniqueOrThrow({
    where: { id: waitingId },
    select: {
      eventId: true,
      registrationId: true,
      registration: { select: { name: true, email: true, locale: true } },
    },
  });
  const { name, email, locale } = registration;
  await recordAudit(
    tx,
    { organisationId, eventId, actor, action: "session-waiting.offered", subjectId: registrationId },
    now,
  );
  const mail = { message: "session-offer", locale, to: { name, email }, organisationId, eventId } as const;
  await enqueueMail(tx, { ...mail, registrationId, params: { waitingId } }, now);
  await enqueueReminder(tx, { ...mail, registrationId, params: { waitingId } }, offer, now);
  return true;
}

/** Waits in the outbox from the start, once per offer, and is dropped there when the offer has been answered. */
async function enqueueReminder(
  tx: Transaction,
  mail: Omit<MailToBe, "message" | "notBefore" | "dedupeKey">,
  { timeZone, until }: Offer,
  now: Temporal.Instant,
): Promise<void> {
  const notBefore = offerReminderAt(timeZone, { from: now, until });
  if (!notBefore) return;
  const params = { ...mail.params, until: until.toString() };
  await enqueueMail(tx, { ...mail, message: "offer-expiring", params, notBefore }, now);
}
