import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { inTransaction } from "@/lib/platform/transaction";
import type { CancelFailure } from "../errors";
import { getRegistration } from "../queries";
import { moveRegistration } from "./move-registration";

/**
 * Cancels a confirmed registration until the cancel deadline. Frees its places at every level (by trigger), deletes diet and
 * access needs at once, and raises the calendar sequence so that the entry in the attendee's calendar goes.
 */
export async function cancelRegistration(
  scope: RegistrationScope,
  now: Temporal.Instant,
): Promise<Ok<{ readonly reference: string }> | CancelFailure> {
  const { registrationId, eventId } = scope;
  const mine = await getRegistration(scope, now);
  if (mine.state !== "CONFIRMED") return fail("gone");
  if (!mine.canCancel) return fail("cancel_closed");
  const actor = { kind: "ATTENDEE", id: registrationId } as const;
  return inTransaction(async (tx) => {
    const moved = await moveRegistration(tx, registrationId, { from: "CONFIRMED", event: "cancel", actor }, now);
    if (!moved) return fail("gone");
    await tx.sensitiveNeeds.deleteMany({ where: { registrationId } });
    await tx.registration.update({
      where: { id: registrationId },
      data: { calendarSequence: { increment: 1 } },
      select: { id: true },
    });
    const { organisationId } = mine.form;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "registration.cancelled", subjectId: registrationId },
      now,
    );
    const to = { name: mine.name, email: mine.email };
    const { locale } = mine;
    await enqueueMail(
      tx,
      { message: "registration-cancelled", locale, to, organisationId, eventId, registrationId },
      now,
    );
    return ok({ reference: mine.reference });
  });
}
