import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { inTransaction } from "@/lib/platform/transaction";

/**
 * Deletes diet, access needs, sensitive answers and their files whose last day has passed where their event is, and writes one audit entry per event with
 * the count. Returns how many were deleted. For the worker's hourly job.
 */
export async function deleteExpiredNeeds(now: Temporal.Instant): Promise<number> {
  const at = toTimestamp(now);
  const counts = await inTransaction(
    (tx) => tx.$queryRaw<{ n: number }[]>`
      WITH gone AS (
        DELETE FROM sensitive_needs n USING registration r, event e
         WHERE r.id = n.registration_id AND e.id = r.event_id
           AND n.delete_after < (${at}::timestamptz AT TIME ZONE e.time_zone)::date
        RETURNING r.id AS registration_id, e.id AS event_id, e.organisation_id
      ), asked AS (
        UPDATE change_request c SET wanted = c.wanted - 'diet' - 'access' FROM event e
         WHERE e.id = c.event_id AND c.wanted ?| ARRAY['diet', 'access']
           AND e.needs_deleted_on < (${at}::timestamptz AT TIME ZONE e.time_zone)::date
      ), sent AS (
        DELETE FROM stored_file f USING question q, event e
         WHERE q.event_id = f.event_id AND q.key = f.question_key AND q.sensitive AND e.id = f.event_id
           AND (f.registration_id IN (SELECT registration_id FROM gone)
                OR e.needs_deleted_on < (${at}::timestamptz AT TIME ZONE e.time_zone)::date)
      ), counted AS (SELECT event_id, organisation_id, count(*)::int AS n FROM gone GROUP BY 1, 2
      ), audited AS (
        INSERT INTO audit_entry (organisation_id, event_id, actor_kind, action, detail, at)
        SELECT organisation_id, event_id, 'SYSTEM', 'needs.deleted', jsonb_build_object('count', n), ${at}::timestamptz FROM counted
      )
      SELECT n FROM counted`,
  );
  return counts.reduce((sum, { n }) => sum + n, 0);
}
