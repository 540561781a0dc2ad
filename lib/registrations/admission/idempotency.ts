import { createHash } from "node:crypto";
import { toTimestamp } from "@/lib/core/clock";
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

/** What is kept under a claim. */
export type Kept = Claim & { readonly response: ApplicationAnswer };

/** What was answered under these claims before, by `nameOf`: the same answer again, or a conflict for another request. */
export function answersBefore(claims: readonly Claim[], kept: readonly Kept[]): ReadonlyMap<string, ApplicationAnswer> {
  const hashes = new Map(claims.map((claim) => [nameOf(claim), claim.requestHash]));
  return new Map(
    kept.map((row) => [
      nameOf(row),
      row.requestHash === hashes.get(nameOf(row)) ? row.response : { kind: "key_conflict" },
    ]),
  );
}

/**
 * The answers to be kept with their keys, in key order. A key that another process took in the meantime is a unique
 * violation: the whole admission is run again and then finds that answer. Only answers that gave somebody something are kept.
 */
export function answerRows(
  answered: readonly { readonly application: Application; readonly answer: ApplicationAnswer }[],
): readonly object[] {
  return answered
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
}
