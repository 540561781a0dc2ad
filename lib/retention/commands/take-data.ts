import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { forgetBooker } from "@/lib/registrations/commands/forget-booker";
import { forgetInvited } from "@/lib/registrations/commands/forget-invited";
import { forgetPerson } from "@/lib/registrations/commands/forget-person";
import { erasedAddress } from "@/lib/registrations/rules/erasure";
import {
  ADDRESSED_LETTERS,
  BILLED_BOOKINGS,
  LOG_ENTRIES,
  NAMED_BOOKINGS,
  NAMED_INVITATIONS,
  NAMED_REGISTRATIONS,
} from "../queries/due-data";
import type { RetentionClass } from "../rules/retention-class";

/** How many people are emptied in one transaction: each is a handful of statements. */
const PEOPLE = 50;
const ROWS = 5_000;

type Whose = { readonly organisationId: string; readonly eventId: string };

/** Takes the next few of a class at an event. Each returns how many it took; 0 when nothing is left. */
export const TAKE: Readonly<
  Record<RetentionClass, (tx: Transaction, whose: Whose, now: Temporal.Instant) => Promise<number>>
> = {
  async ATTENDEES(tx, whose, now) {
    const people = await tx.$queryRaw<{ id: string; email_normalised: string; booking_id: string }[]>`
      SELECT r.id, r.email_normalised, r.booking_id FROM registration r
       WHERE r.event_id = ${whose.eventId}::uuid AND ${NAMED_REGISTRATIONS} ORDER BY r.id LIMIT ${PEOPLE} FOR NO KEY UPDATE`;
    for (const { id, email_normalised: emailNormalised, booking_id: bookingId } of people) {
      const { organisationId } = whose;
      await forgetPerson(tx, { registrationId: id, organisationId, emailNormalised, bookingId }, now);
      await audit(tx, whose, { action: "registration.erased", subjectId: id }, now);
    }
    if (people.length > 0) return people.length;
    const bookers = await tx.$queryRaw<{ id: string }[]>`
      SELECT b.id FROM booking b WHERE b.event_id = ${whose.eventId}::uuid AND ${NAMED_BOOKINGS}
       ORDER BY b.id LIMIT ${PEOPLE} FOR NO KEY UPDATE`;
    for (const { id } of bookers) {
      await forgetBooker(tx, id, erasedAddress(id));
      await audit(tx, whose, { action: "booking.registrant_erased", subjectId: id }, now);
    }
    return bookers.length;
  },

  async INVITED(tx, whose, now) {
    const invited = await tx.$queryRaw<{ id: string; email_normalised: string; answered_at: Date | null }[]>`
      SELECT i.id, i.email_normalised, i.answered_at FROM invitation i
       WHERE i.event_id = ${whose.eventId}::uuid AND ${NAMED_INVITATIONS} ORDER BY i.id LIMIT ${PEOPLE} FOR NO KEY UPDATE`;
    for (const { id, email_normalised: emailNormalised, answered_at: answeredAt } of invited) {
      const { organisationId } = whose;
      await forgetInvited(tx, { invitationId: id, organisationId, emailNormalised, answeredAt }, now);
      await audit(tx, whose, { action: "invitation.erased", subjectId: id }, now);
    }
    return invited.length;
  },

  LETTERS: (tx, { eventId }) =>
    tx.$executeRaw(Prisma.sql`
      UPDATE outbox_mail SET to_name = NULL, to_email = id::text || '@erased.invalid', last_error = NULL
       WHERE id IN (SELECT m.id FROM outbox_mail m WHERE m.event_id = ${eventId}::uuid AND ${ADDRESSED_LETTERS} LIMIT ${ROWS})`),

  BILLING: (tx, { eventId }) =>
    tx.$executeRaw(Prisma.sql`
      UPDATE booking SET billing = NULL
       WHERE id IN (SELECT b.id FROM booking b WHERE b.event_id = ${eventId}::uuid AND ${BILLED_BOOKINGS} LIMIT ${ROWS})`),

  LOG: (tx, { eventId }) =>
    tx.$executeRaw(Prisma.sql`
      DELETE FROM audit_entry
       WHERE id IN (SELECT a.id FROM audit_entry a WHERE a.event_id = ${eventId}::uuid AND ${LOG_ENTRIES} LIMIT ${ROWS})`),
};

function audit(
  tx: Transaction,
  whose: Whose,
  what: {
    readonly action: "registration.erased" | "booking.registrant_erased" | "invitation.erased";
    readonly subjectId: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  return recordAudit(tx, { ...whose, ...what, actor: { kind: "SYSTEM" } }, now);
}
