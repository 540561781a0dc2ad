import type { Transaction } from "@/lib/platform/db";
import type { QuotaRow } from "../rules/capacity";

/** The levels below the event at which places are taken or freed. Ids of days and sessions. */
export type Levels = {
  readonly categoryId: string | null;
  readonly dayIds: readonly string[];
  readonly sessionIds: readonly string[];
};

/**
 * Locks the quota rows of an event that a registration takes or frees places in, in id order so that two transactions never
 * wait for each other, and reads them as they are once the lock is held. Never counts: `used` is derived by triggers.
 */
export async function lockQuotas(tx: Transaction, eventId: string, levels: Levels): Promise<QuotaRow[]> {
  const { categoryId, dayIds, sessionIds } = levels;
  return tx.$queryRaw<QuotaRow[]>`
    SELECT id, category_id AS "categoryId", day_id AS "dayId", session_id AS "sessionId", capacity, used
      FROM quota
     WHERE event_id = ${eventId}::uuid
       AND (num_nonnulls(category_id, day_id, session_id, voucher_id) = 0
            OR category_id = ${categoryId}::uuid OR day_id = ANY(${dayIds}::uuid[]) OR session_id = ANY(${sessionIds}::uuid[]))
     ORDER BY id FOR UPDATE`;
}
