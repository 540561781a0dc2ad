import type { Temporal } from "temporal-polyfill";
import { type Actor, recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { inTransaction } from "@/lib/platform/transaction";
import type { CancelFailure } from "../errors";
import { getRegistration } from "../queries/my-registration";
import { nextState } from "../rules/transitions";
import { leaveSessionLines } from "./leave-session-line";
import { moveRegistration } from "./move-registration";
import { offerWhatWasFreed } from "./offer-freed-places";
import { takePriceBack } from "./take-price-back";

/**
 * Cancels a registration that has a place or waits for one. Frees its places at every level (by trigger), deletes diet and
 * access needs at once, takes the price back through the last free day, and raises the calendar sequence so that the entry
 * in the attendee's calendar goes. Attendees may until the cancel deadline, organisers always,
 * also without a mail.
 */
export async function cancelRegistration(
  scope: RegistrationScope,
  now: Temporal.Instant,
  actor: Actor = { kind: "ATTENDEE", id: scope.registrationId },
  tells = true,
): Promise<Ok<{ readonly reference: string }> | CancelFailure> {
  const { registrationId, eventId } = scope;
  const mine = await getRegistration(scope, now);
  const { state: from, reference } = mine;
  if (nextState(from, "cancel") === null) return fail("gone");
  if (actor.kind !== "USER" && !mine.canCancel) return fail("cancel_closed");
  const outcome = await inTransaction(async (tx) => {
    const moved = await moveRegistration(tx, registrationId, { from, event: "cancel", actor }, now);
    if (!moved) return fail("gone");
    await tx.sensitiveNeeds.deleteMany({ where: { registrationId } });
    await tx.changeRequest.updateMany({ where: { registrationId }, data: { wanted: {} } });
    await tx.changeRequest.updateMany({ where: { registrationId, state: "OPEN" }, data: { state: "WITHDRAWN" } });
    await leaveSessionLines(tx, registrationId, now);
    await takePriceBack(tx, registrationId, from !== "CONFIRMED" || mine.isCancelFree);
    await tx.registration.update({
      where: { id: registrationId },
      data: { calendarSequence: { increment: 1 } },
      select: { id: true },
    });
    const { organisationId } = mine.form;
    const audited = { organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(tx, { ...audited, action: "registration.cancelled", detail: { from } }, now);
    const { name, email, locale } = mine;
    const mail = { message: "registration-cancelled", locale, to: { name, email }, organisationId, eventId } as const;
    if (tells) await enqueueMail(tx, { ...mail, registrationId, params: { hadPlace: from === "CONFIRMED" } }, now);
    return ok({ reference });
  });
  if (outcome.ok) await offerWhatWasFreed(eventId, now);
  return outcome;
}
