import type { Transaction } from "@/lib/platform/db";
import type { Levels, QuotaRow } from "../rules/capacity";

/**
 * Locks the quota rows in which people on these levels take or free places, in id order so that two transactions never wait
 * for each other, and reads them as they are once the lock is held. Never counts: `used` is derived by triggers.
 */
export async function lockQuotas(tx: Transaction, levels: readonly Levels[]): Promise<QuotaRow[]> {
  const all = (ids: (one: Levels) => readonly (string | null)[]) =>
    [...new Set(levels.flatMap(ids))].filter((id): id is string => id !== null);
  return tx.$queryRaw<QuotaRow[]>`
    -- prepared: lock-quotas
    SELECT id, event_id AS "eventId", category_id AS "categoryId", day_id AS "dayId", session_id AS "sessionId",
           voucher_id AS "voucherId", capacity, used
      FROM quota
     WHERE event_id = ANY(${all(({ eventId }) => [eventId])}::uuid[])
       AND (num_nonnulls(category_id, day_id, session_id, voucher_id) = 0
            OR category_id = ANY(${all(({ categoryId }) => [categoryId])}::uuid[])
            OR day_id = ANY(${all(({ dayIds }) => dayIds)}::uuid[])
            OR session_id = ANY(${all(({ sessionIds }) => sessionIds)}::uuid[])
            OR voucher_id = ANY(${all(({ voucherId }) => [voucherId])}::uuid[]))
     ORDER BY id FOR UPDATE`;
}
