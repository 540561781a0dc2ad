import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { OfferFailure } from "../errors";
import { endWait } from "./end-wait";
import { isStillOn } from "./hold-event-status";
import { moveRegistration } from "./move-registration";
import { offerWhatWasFreed } from "./offer-freed-places";

/**
 * Takes the place that is offered to this person, until the offer's end and once: the place was theirs from the offer on, so
 * nothing can be full. Confirmed by mail.
 */
export async function acceptOffer(
  scope: RegistrationScope,
  now: Temporal.Instant,
): Promise<Ok<undefined> | OfferFailure> {
  const { registrationId, eventId } = scope;
  const actor = { kind: "ATTENDEE", id: registrationId } as const;
  return inTransaction(async (tx) => {
    const offer = await lockOffer(tx, scope);
    if (!offer || !(await isStillOn(tx, eventId))) return fail("offer_gone");
    if (Temporal.Instant.compare(now, offer.until) >= 0) return fail("offer_over");
    const moved = await moveRegistration(tx, registrationId, { from: "OFFERED", event: "accept-offer", actor }, now);
    if (!moved) return fail("offer_gone");
    const { organisationId, name, email, locale } = offer;
    const audited = { organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(tx, { ...audited, action: "registration.offer-accepted" }, now);
    const mail = { message: "registration-confirmed", locale, to: { name, email }, organisationId, eventId } as const;
    await enqueueMail(tx, { ...mail, registrationId }, now);
    return ok(undefined);
  });
}

/** Gives the offered place back; it goes to the next in line, and this person waits no longer. */
export async function declineOffer(
  scope: RegistrationScope,
  now: Temporal.Instant,
): Promise<Ok<undefined> | OfferFailure> {
  const { registrationId, eventId } = scope;
  const actor = { kind: "ATTENDEE", id: registrationId } as const;
  const outcome = await inTransaction(async (tx): Promise<Ok<undefined> | OfferFailure> => {
    const offer = await lockOffer(tx, scope);
    if (!offer) return fail("offer_gone");
    const move = { from: "OFFERED", event: "decline-offer", actor } as const;
    if (!(await endWait(tx, registrationId, move, now))) return fail("offer_gone");
    const audited = { organisationId: offer.organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(tx, { ...audited, action: "registration.offer-declined" }, now);
    return ok(undefined);
  });
  if (outcome.ok) await offerWhatWasFreed(eventId, now);
  return outcome;
}

/** The live offer with its row locked against the worker that would let it lapse, or null. */
async function lockOffer(tx: Transaction, { registrationId, eventId }: RegistrationScope) {
  await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId, eventId },
    select: {
      state: true,
      expiresAt: true,
      name: true,
      email: true,
      locale: true,
      event: { select: { organisationId: true } },
    },
  });
  if (row.state !== "OFFERED" || !row.expiresAt) return null;
  const { name, email, locale, event } = row;
  return { name, email, locale, organisationId: event.organisationId, until: fromTimestamp(row.expiresAt) };
}
