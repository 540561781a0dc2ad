import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { inTransaction } from "@/lib/platform/transaction";
import type { OfferFailure } from "../errors";
import { getRegistration } from "../queries/my-registration";
import { isPaymentDue, priceOfChoice } from "../rules/price-of-choice";
import { findOverlap } from "../rules/session-overlap";
import { lockStored } from "./apply-change";
import { lockEventQuotas } from "./lock-event-quotas";
import { reprice, writePrice } from "./reprice-registration";

/**
 * Takes the place in a session that is offered to this person, until the offer's end and once. The offer's own place becomes
 * the registration's under one lock, so that nobody else can have it in between. What it costs must be what was shown. Confirmed by mail with a
 * new calendar entry.
 */
export async function acceptSessionOffer(
  scope: RegistrationScope,
  { sessionId, agreedOre }: { readonly sessionId: string; readonly agreedOre?: number | undefined },
  now: Temporal.Instant,
): Promise<Ok<undefined> | OfferFailure> {
  const { registrationId, eventId } = scope;
  const mine = await getRegistration(scope, now);
  const { form, name, email, locale } = mine;
  return inTransaction(async (tx) => {
    const stored = await lockStored(tx, scope);
    if (!stored || !form.sessions.some(({ id }) => id === sessionId)) return fail("offer_gone");
    await lockEventQuotas(tx, eventId);
    const overlap = findOverlap(form.sessions.filter(({ id }) => id === sessionId || stored.sessionIds.includes(id)));
    if (overlap) return fail("sessions_overlap", { first: overlap[0].title, second: overlap[1].title });
    const offer = await tx.sessionWaiting.findFirst({
      where: { registrationId, eventId, sessionId, state: "OFFERED" },
      select: { id: true, expiresAt: true },
    });
    if (!offer?.expiresAt) return fail("offer_gone");
    if (Temporal.Instant.compare(now, fromTimestamp(offer.expiresAt)) >= 0) return fail("offer_over");
    const to = { days: stored.days, sessionIds: [...stored.sessionIds, sessionId] };
    const choice = { category: mine.category.key, days: to.days, sessions: to.sessionIds };
    if (!mine.hasPayer && isPaymentDue(priceOfChoice(form, choice).lines)) return fail("payer_missing");
    const agreement = { by: "attendee", grossOre: agreedOre, billing: null } as const;
    const priced = await reprice(tx, { registrationId, mine, to }, agreement);
    const price = priced && (await writePrice(tx, priced));
    const { count } = await tx.sessionWaiting.updateMany({
      where: { id: offer.id, state: "OFFERED" },
      data: { state: "ACCEPTED", expiresAt: null, updatedAt: toTimestamp(now) },
    });
    if (count === 0) return fail("offer_gone");
    await tx.registrationSession.createMany({ data: [{ registrationId, sessionId, eventId }], skipDuplicates: true });
    await tx.registration.update({
      where: { id: registrationId },
      data: { calendarSequence: { increment: 1 }, updatedAt: toTimestamp(now) },
      select: { id: true },
    });
    const { organisationId } = form;
    const actor = { kind: "ATTENDEE", id: registrationId } as const;
    const audited = { organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(
      tx,
      { ...audited, action: "session-waiting.accepted", detail: { session: sessionId, ...price } },
      now,
    );
    const mail = { message: "registration-changed", locale, to: { name, email }, organisationId, eventId } as const;
    await enqueueMail(tx, { ...mail, registrationId }, now);
    return ok(undefined);
  });
}
