import type { Temporal } from "temporal-polyfill";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { ClaimedMail } from "../composed";
import { LEASE_SECONDS } from "../rules/patience";

type Row = {
  id: string;
  message: string;
  locale: Locale;
  to_name: string | null;
  to_email: string;
  event_id: string | null;
  registration_id: string | null;
  invitation_id: string | null;
  booking_id: string | null;
  params: Record<string, unknown>;
  attempts: number;
  created_at: Date;
};

/**
 * Claims up to `limit` mails that are due, or whose worker went silent past its lease. Rows that another worker is claiming
 * are skipped, never waited for, so any number of workers run side by side.
 */
export async function claimMails(limit: number, now: Temporal.Instant): Promise<ClaimedMail[]> {
  const at = toTimestamp(now);
  const leasedUntil = toTimestamp(now.add({ seconds: LEASE_SECONDS }));
  const rows = await database().$queryRaw<Row[]>`
    WITH due AS (
      SELECT id FROM outbox_mail
       WHERE state IN ('QUEUED', 'SENDING') AND not_before <= ${at}::timestamptz
         AND (state = 'QUEUED' OR leased_until <= ${at}::timestamptz)
       ORDER BY not_before LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE outbox_mail m SET state = 'SENDING', leased_until = ${leasedUntil}::timestamptz, attempts = attempts + 1
      FROM due WHERE m.id = due.id
    RETURNING m.id, message, locale, to_name, to_email, event_id, registration_id, invitation_id, booking_id, params, attempts, created_at`;
  return rows.map((row) => ({
    id: row.id,
    message: row.message,
    locale: row.locale,
    to: { name: row.to_name, email: row.to_email },
    eventId: row.event_id,
    registrationId: row.registration_id,
    invitationId: row.invitation_id,
    bookingId: row.booking_id,
    params: row.params,
    attempts: row.attempts,
    createdAt: fromTimestamp(row.created_at),
  }));
}
