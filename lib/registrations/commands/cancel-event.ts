import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate, toDateColumn } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { canCancelEvent } from "../policy";
import { cancellationRecipients } from "../queries/cancellation-recipients";
import { optionalText } from "../text-fields";
import { lockEventQuotas } from "./lock-event-quotas";

const schema = z.strictObject({ confirmed: z.literal(true, "confirm_missing"), message: optionalText(2000) });

/** Why an event was not called off. */
export const CANCEL_EVENT_CODES = [
  "event_gone",
  "event_not_published",
  "event_over",
  "confirm_missing",
  "message_invalid",
] as const;
export type CancelEventFailure = Failure<(typeof CANCEL_EVENT_CODES)[number]>;

/**
 * Calls an event off and tells everybody concerned, each once, in one transaction: nobody takes or is given a place after it
 * (decision 0041). Registrations keep their states; what waits to be sent to them is dropped when its turn comes, and mailings
 * queued for later are stopped. Diet and access needs have no purpose any more and go with the next deletion. Done again, it
 * does nothing. `told`: how many mails were put in the outbox.
 */
export async function cancelEvent(
  scope: EventScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<{ readonly told: number }> | CancelEventFailure> {
  if (!canCancelEvent(scope)) return fail("event_gone");
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.some(({ path }) => path[0] === "confirmed") ? "confirm_missing" : "message_invalid",
    );
  }
  const message = parsed.data.message ?? null;
  return inTransaction(async (tx): Promise<Ok<{ told: number }> | CancelEventFailure> => {
    // Admission and offers hold these while they decide: they are done before, or see the new status.
    await lockEventQuotas(tx, scope.eventId);
    const event = await lockEvent(tx, scope);
    if (!event) return fail("event_gone");
    if (event.status === "CANCELLED") return ok({ told: 0 });
    if (event.status === "DRAFT") return fail("event_not_published");
    if (registrationWindow(event, now).state === "over") return fail("event_over");
    await tx.event.update({
      where: { id: scope.eventId },
      data: { status: "CANCELLED", cancelledAt: toTimestamp(now) },
      select: { id: true },
    });
    const told = await tellEverybody(tx, scope, message, now);
    const stopped = await stopMailings(tx, scope.eventId);
    await tx.sensitiveNeeds.updateMany({
      where: { registration: { eventId: scope.eventId } },
      data: { deleteAfter: toDateColumn(localDate(now, event.timeZone)) },
    });
    const { eventId, organisationId, userId } = scope;
    const actor = { kind: "USER", id: userId } as const;
    const detail = { told, stoppedMailings: stopped, withMessage: message !== null };
    await recordAudit(tx, { organisationId, eventId, actor, action: "event.cancelled", detail }, now);
    return ok({ told });
  });
}

async function lockEvent(tx: Transaction, { eventId, organisationId }: EventScope) {
  await tx.$executeRaw`SELECT 1 FROM event WHERE id = ${eventId}::uuid FOR NO KEY UPDATE`;
  const event = await tx.event.findFirst({
    where: { id: eventId, organisationId },
    select: { status: true, timeZone: true, endsOn: true, registrationOpensOn: true, lastRegistrationDay: true },
  });
  return (
    event && {
      ...event,
      endsOn: fromDateColumn(event.endsOn),
      registrationOpensOn: event.registrationOpensOn && fromDateColumn(event.registrationOpensOn),
      lastRegistrationDay: fromDateColumn(event.lastRegistrationDay),
    }
  );
}

/** One statement chooses and writes, however many they are; a key per address keeps it at once. */
function tellEverybody(
  tx: Transaction,
  { eventId, organisationId }: EventScope,
  message: string | null,
  now: Temporal.Instant,
): Promise<number> {
  const at = toTimestamp(now);
  return tx.$executeRaw`
    INSERT INTO outbox_mail (id, organisation_id, event_id, registration_id, booking_id, invitation_id, message, locale, to_name,
      to_email, params, dedupe_key, not_before, created_at)
    SELECT gen_random_uuid(), ${organisationId}::uuid, ${eventId}::uuid, c.registration_id, c.booking_id, c.invitation_id,
           'event-cancelled', c.locale, c.name, c.email,
           jsonb_strip_nulls(jsonb_build_object('as', c.told_as, 'speaker', c.speaker_id, 'message', ${message}::text)),
           'event-cancelled:' || ${eventId} || ':' || lower(c.email), ${at}::timestamptz, ${at}::timestamptz
      FROM (${cancellationRecipients(eventId)}) c
    ON CONFLICT (dedupe_key) DO NOTHING`;
}

/** What organisers had queued for later speaks of an event that takes place. Returns how many mails never leave. */
async function stopMailings(tx: Transaction, eventId: string): Promise<number> {
  const stopped = await tx.$executeRaw`
    UPDATE outbox_mail SET state = 'OBSOLETE'
     WHERE event_id = ${eventId}::uuid AND message = 'mailing' AND state = 'QUEUED'`;
  await tx.$executeRaw`
    UPDATE mailing m SET state = 'STOPPED'
     WHERE m.event_id = ${eventId}::uuid AND m.state = 'QUEUED'
       AND EXISTS (SELECT 1 FROM outbox_mail o WHERE o.event_id = m.event_id AND o.message = 'mailing'
                      AND o.state = 'OBSOLETE' AND o.params ->> 'mailing' = m.id::text)`;
  return stopped;
}
