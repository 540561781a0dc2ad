import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { type Database, database, type Transaction } from "@/lib/platform/db";

/** A submit's key within an event, and the SHA-256 of what was sent with it. */
export type Claim = { readonly eventId: string; readonly key: string; readonly requestHash: string };

/** What a key has been used for: this very request, with its answer, or another one. */
export type EarlierAnswer = { readonly kind: "same"; readonly response: unknown } | { readonly kind: "other" };

/** The hash by which two requests are the same: of the parsed input, its keys in order. */
export function hashOfRequest(input: unknown): string {
  const sorted = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(sorted).digest("hex");
}

/** What was answered under the key before, or null. Only answers that made a registration are kept. */
export async function findEarlierAnswer(
  { eventId, key, requestHash }: Claim,
  db: Database | Transaction = database(),
): Promise<EarlierAnswer | null> {
  const row = await db.idempotencyKey.findUnique({ where: { eventId_key: { eventId, key } } });
  if (!row) return null;
  return row.requestHash === requestHash ? { kind: "same", response: row.response } : { kind: "other" };
}

/**
 * Claims the key for this transaction. A second request with the key waits here until the first has committed, and is then
 * handed its answer; when the first is taken back, the second has the key for itself.
 */
export async function claimIdempotencyKey(
  tx: Transaction,
  claim: Claim,
  now: Temporal.Instant,
): Promise<EarlierAnswer | null> {
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_key (event_id, key, request_hash, created_at)
    VALUES (${claim.eventId}::uuid, ${claim.key}, ${claim.requestHash}, ${toTimestamp(now)}::timestamptz)
    ON CONFLICT DO NOTHING`;
  return claimed === 1 ? null : findEarlierAnswer(claim, tx);
}

/** Keeps the answer with the claimed key. */
export async function keepAnswer(tx: Transaction, { eventId, key }: Claim, response: object): Promise<void> {
  await tx.$executeRaw`
    UPDATE idempotency_key SET response = ${JSON.stringify(response)}::jsonb WHERE event_id = ${eventId}::uuid AND key = ${key}`;
}
