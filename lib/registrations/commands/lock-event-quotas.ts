import type { Transaction } from "@/lib/platform/db";
import type { QuotaRow } from "../rules/capacity";

/**
 * Locks all quota rows of an event, in id order like every other taker of places, and reads them once the lock is held.
 * For offers: who is next may need a place at any level.
 */
export async function lockEventQuotas(tx: Transaction, eventId: string): Promise<QuotaRow[]> {
  return tx.$queryRaw<QuotaRow[]>`
    SELECT id, event_id AS "eventId", category_id AS "categoryId", day_id AS "dayId", session_id AS "sessionId",
           voucher_id AS "voucherId", capacity, used
      FROM quota WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`;
}
