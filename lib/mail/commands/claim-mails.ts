import { Temporal } from "temporal-polyfill";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { ClaimedMail } from "../composed";
import { LEASE_SECONDS } from "../rules/patience";
import type { Suppression } from "../rules/suppression";

type Row = {
  id: string;
  message: string;
  locale: Locale;
  to_name: string | null;
  to_email: string;
  organisation_id: string | null;
  suppressions: { scope: Suppression["scope"]; reason: string; since: string }[] | null;
  event_id: string | null;
  registration_id: string | null;
  invitation_id: string | null;
  booking_id: string | null;
  own_words: { subject: string; body: string } | null;
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
      SELECT id, coalesce(organisation_id, (SELECT e.organisation_id FROM event e WHERE e.id = event_id)) AS owner
        FROM outbox_mail
       WHERE state IN ('QUEUED', 'SENDING') AND not_before <= ${at}::timestamptz
         AND (state = 'QUEUED' OR leased_until <= ${at}::timestamptz)
       ORDER BY not_before LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE outbox_mail m SET state = 'SENDING', leased_until = ${leasedUntil}::timestamptz, attempts = attempts + 1
      FROM due WHERE m.id = due.id
    RETURNING m.id, message, locale, to_name, to_email, due.owner AS organisation_id,
      (SELECT jsonb_agg(jsonb_build_object('scope', s.scope, 'reason', s.reason, 'since', s.since)) FROM suppressed_address s
        WHERE s.organisation_id = due.owner AND s.address = lower(to_email)) AS suppressions,
      (SELECT jsonb_build_object('subject', o.subject, 'body', o.body) FROM own_text o
        WHERE o.event_id = m.event_id AND o.message = m.message AND o.locale = m.locale AND o.in_use) AS own_words, event_id, registration_id, invitation_id, booking_id, params, attempts, created_at`;
  return rows.map((row) => ({
    id: row.id,
    message: row.message,
    locale: row.locale,
    to: { name: row.to_name, email: row.to_email },
    organisationId: row.organisation_id,
    suppressions: (row.suppressions ?? []).map((one) => ({ ...one, since: Temporal.Instant.from(one.since) })),
    eventId: row.event_id,
    registrationId: row.registration_id,
    invitationId: row.invitation_id,
    bookingId: row.booking_id,
    params: row.params,
    ownWords: row.own_words,
    attempts: row.attempts,
    createdAt: fromTimestamp(row.created_at),
  }));
}
