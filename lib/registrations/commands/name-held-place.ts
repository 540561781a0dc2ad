import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { BookingScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { NameFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { type SubstituteInput, substituteSchema } from "../schema";
import { isStillOn } from "./hold-event-status";
import { moveRegistration } from "./move-registration";

/**
 * Gives a place that was held without a name to somebody: it is confirmed, or waits for the organiser's yes where the
 * category does, and the person gets their own mail and link. An address that is registered already, by whomever, gets the
 * same answer as any that cannot be used.
 */
export async function nameHeldPlace(
  scope: BookingScope,
  { reference, body }: { readonly reference: string; readonly body: unknown },
  now: Temporal.Instant,
): Promise<Ok<{ readonly reference: string }> | NameFailure> {
  const parsed = substituteSchema.safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, { sessions: [] }));
  const within = await consumeRateLimit("naming", scope.bookingId);
  if (!within.ok) return within;
  return inTransaction(async (tx) => {
    const place = await lockHeld(tx, scope, reference);
    if (!place) return takeBack(fail("gone"));
    if (!place.expiresAt || Temporal.Instant.compare(now, fromTimestamp(place.expiresAt)) >= 0)
      return takeBack(fail("naming_closed"));
    if (!(await isStillOn(tx, scope.eventId))) return takeBack(fail("gone"));
    const { email } = parsed.data;
    if (await isTaken(tx, scope.eventId, email.normalised)) return takeBack(fail("name_unavailable"));
    const mayMail = await consumeRateLimit("mail-to-address", email.normalised, tx);
    if (!mayMail.ok) return takeBack(mayMail);
    if (!(await takeName(tx, place, parsed.data, now))) return takeBack(fail("gone"));
    return ok({ reference });
  });
}

type Held = NonNullable<Awaited<ReturnType<typeof lockHeld>>>;

async function lockHeld(tx: Transaction, { bookingId, eventId }: BookingScope, reference: string) {
  await tx.$executeRaw`
    SELECT 1 FROM registration WHERE booking_id = ${bookingId}::uuid AND reference = ${reference} FOR UPDATE`;
  return tx.registration.findFirst({
    where: { bookingId, eventId, reference, state: "HELD" },
    select: {
      id: true,
      eventId: true,
      locale: true,
      expiresAt: true,
      category: { select: { approval: true } },
      event: { select: { organisationId: true, approval: true } },
    },
  });
}

async function isTaken(tx: Transaction, eventId: string, emailNormalised: string): Promise<boolean> {
  const state = { in: ["PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED"] as const };
  return (await tx.registration.count({ where: { eventId, emailNormalised, state: { in: [...state.in] } } })) > 0;
}

async function takeName(
  tx: Transaction,
  { id, eventId, locale, category, event }: Held,
  { name, email }: SubstituteInput,
  now: Temporal.Instant,
): Promise<boolean> {
  await tx.registration.update({
    where: { id },
    data: { name, email: email.address, emailNormalised: email.normalised, updatedAt: toTimestamp(now) },
    select: { id: true },
  });
  const needsYes = event.approval || category.approval;
  const actor = { kind: "ATTENDEE" } as const;
  const move = { from: "HELD", event: needsYes ? "ask-approval" : "confirm", actor } as const;
  if (!(await moveRegistration(tx, id, move, now))) return false;
  const { organisationId } = event;
  await recordAudit(tx, { organisationId, eventId, actor, action: "registration.named", subjectId: id }, now);
  const message = needsYes ? "registration-pending" : "registration-confirmed";
  const mail = { message, locale, to: { name, email: email.address }, organisationId, eventId } as const;
  await enqueueMail(tx, { ...mail, registrationId: id }, now);
  return true;
}
