import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import type { Transaction } from "@/lib/platform/db";

/** Every message the product can send; composed when it is sent, from the state at that time. */
export type MailMessage =
  | "registration-confirmed"
  | "registration-exists"
  | "registration-changed"
  | "registration-cancelled"
  | "registration-substituted"
  | "invitation-reminder"
  | "event-reminder"
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

/** The same for many mails, each with its own moment, in one statement. */
export async function enqueueMails(
  tx: Transaction,
  mails: readonly (readonly [MailToBe, Temporal.Instant])[],
): Promise<void> {
  await tx.outboxMail.createMany({
    data: mails.map(([mail, now]) => ({
      message: mail.message,
      locale: mail.locale,
      toName: mail.to.name,
      toEmail: mail.to.email,
      organisationId: mail.organisationId ?? null,
      eventId: mail.eventId ?? null,
      registrationId: mail.registrationId ?? null,
      invitationId: mail.invitationId ?? null,
      bookingId: mail.bookingId ?? null,
      params: { ...mail.params },
      dedupeKey: mail.dedupeKey ?? null,
      notBefore: toTimestamp(mail.notBefore ?? now),
      createdAt: toTimestamp(now),
    })),
    skipDuplicates: true,
  });
}
