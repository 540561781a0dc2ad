import { createHash } from "node:crypto";
import { toTimestamp } from "@/lib/core/clock";
import { type Database, database, type Transaction } from "@/lib/platform/db";
import type { Application, ApplicationAnswer, Claim } from "./application";

/** The hash by which two requests are the same: of the parsed input, its keys in order. */
export function hashOfRequest(input: unknown): string {
  const sorted = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(sorted).digest("hex");
}

/** How a claim is told from others. */
export function nameOf({ eventId, key }: Pick<Claim, "eventId" | "key">): string {
  return `${eventId} ${key}`;
}

/** What was answered under these keys before, by `nameOf`: the same answer again, or a conflict for another request. */
export async function earlierAnswers(
  claims: readonly Claim[],
  db: Database | Transaction = database(),
): Promise<ReadonlyMap<string, ApplicationAnswer>> {
  if (claims.length === 0) return new Map();
  const rows = await db.$queryRaw<(Claim & { response: ApplicationAnswer })[]>`
    SELECT k.event_id AS "eventId", k.key, k.request_hash AS "requestHash", k.response FROM idempotency_key k
      JOIN unnest(${claims.map(({ eventId }) => eventId)}::uuid[], ${claims.map(({ key }) => key)}::text[]) AS c(event_id, key)
        ON c.event_id = k.event_id AND c.key = k.key`;
  const hashes = new Map(claims.map((claim) => [nameOf(claim), claim.requestHash]));
  return new Map(
    rows.map((row) => [
      nameOf(row),
      row.requestHash === hashes.get(nameOf(row)) ? row.response : { kind: "key_conflict" },
    ]),
  );
}

/**
 * Keeps the answers with their keys, in key order. A key that another process took in the meantime is a unique violation:
 * the whole admission is run again and then finds that answer. Only answers that gave somebody something are kept.
 */
export async function keepAnswers(
  tx: Transaction,
  answered: readonly { readonly application: Application; readonly answer: ApplicationAnswer }[],
): Promise<void> {
  const rows = answered
    .flatMap(({ application: { claim, now }, answer }) =>
      claim && answer.kind === "placed"
        ? [
            {
              event_id: claim.eventId,
              key: claim.key,
              request_hash: claim.requestHash,
              response: answer,
              created_at: toTimestamp(now),
            },
          ]
        : [],
    )
    .toSorted((a, b) => (nameOf({ ...a, eventId: a.event_id }) < nameOf({ ...b, eventId: b.event_id }) ? -1 : 1));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO idempotency_key (event_id, key, request_hash, response, created_at)
    SELECT event_id, key, request_hash, response, created_at
      FROM jsonb_populate_recordset(NULL::idempotency_key, ${JSON.stringify(rows)}::jsonb)`;
}
