import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";

/** Every message the product can send; composed when it is sent, from the state at that time. */
export type MailMessage =
  | "registration-confirmed"
  | "registration-exists"
  | "registration-changed"
  | "registration-cancelled"
  | "registration-substituted"
  | "registration-pending"
  | "registration-waiting"
  | "registration-offer"
  | "registration-lapsed"
  | "registration-approved"
  | "registration-rejected"
  | "session-offer"
  | "offer-expiring"
  | "registration-erased"
  | "change-answered"
  | "my-link"
  | "booking-made"
  | "booking-names-lapsed"
  | "invitation"
  | "invitation-reminder"
  | "invitation-unfinished"
  | "names-missing"
  | "waiting-reminder"
  | "event-reminder"
  | "practical-information"
  | "event-changed"
  | "event-cancelled"
  | "speaker-invitation"
  | "speaker-changed"
  | "slides-missing"
  | "materials-published"
  | "evaluation-open"
  | "mailing"
  | "mailing-test"
  | "member-invitation"
  | "sign-in";

/** One mail to be. Holds ids and what cannot be read again later, no rendered text. */
export type MailToBe = {
  readonly message: MailMessage;
  readonly locale: Locale;
  readonly to: { readonly name: string | null; readonly email: string };
  readonly organisationId?: string;
  readonly eventId?: string;
  readonly registrationId?: string;
  readonly invitationId?: string;
  readonly bookingId?: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** At most one mail ever per key. */
  readonly dedupeKey?: string;
  readonly notBefore?: Temporal.Instant;
};

/**
 * Puts a mail in the outbox, in the transaction of what it tells about: it leaves because the row says so, and never when
 * the transaction is taken back. A key that is there already makes no second row.
 */
export async function enqueueMail(tx: Transaction, mail: MailToBe, now: Temporal.Instant): Promise<void> {
  await enqueueMails(tx, [[mail, now]]);
}

/**
 * The same for many mails, each with its own moment, in one statement. In SQL of its own: the client would compile a new
 * query for every number of rows, and this stands where everybody is waiting.
 */
export async function enqueueMails(
  tx: Transaction,
  mails: readonly (readonly [MailToBe, Temporal.Instant])[],
): Promise<void> {
  await tx.$executeRaw(mailInsert(mails));
}

/** The statement itself, for who writes more in the same one. */
export function mailInsert(mails: readonly (readonly [MailToBe, Temporal.Instant])[]): Prisma.Sql {
  const rows = mails.map(([mail, now]) => ({
    id: newId(now),
    message: mail.message,
    locale: mail.locale,
    to_name: mail.to.name,
    to_email: mail.to.email,
    organisation_id: mail.organisationId,
    event_id: mail.eventId,
    registration_id: mail.registrationId,
    invitation_id: mail.invitationId,
    booking_id: mail.bookingId,
    params: { ...mail.params },
    dedupe_key: mail.dedupeKey,
    not_before: toTimestamp(mail.notBefore ?? now),
    created_at: toTimestamp(now),
  }));
  return Prisma.sql`
    INSERT INTO outbox_mail (id, message, locale, to_name, to_email, organisation_id, event_id, registration_id, invitation_id,
      booking_id, params, dedupe_key, not_before, created_at)
    SELECT id, message, locale, to_name, to_email, organisation_id, event_id, registration_id, invitation_id, booking_id, params,
           dedupe_key, not_before, created_at
      FROM jsonb_populate_recordset(NULL::outbox_mail, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`;
}
