import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { ApplicationAnswer, Claim } from "../admission/application";
import { answersBefore, type Kept, nameOf } from "../admission/idempotency";

/** SQL: what is kept under these claims. */
export function keptAnswers(claims: readonly Claim[]): Prisma.Sql {
  return Prisma.sql`
    SELECT k.event_id AS "eventId", k.key, k.request_hash AS "requestHash", k.response FROM idempotency_key k
      JOIN unnest(${claims.map(({ eventId }) => eventId)}::uuid[], ${claims.map(({ key }) => key)}::text[]) AS c(event_id, key)
        ON c.event_id = k.event_id AND c.key = k.key`;
}

/** What a claim was answered before, if it was. */
export async function findEarlierAnswer(claim: Claim): Promise<ApplicationAnswer | null> {
  const kept = await database().$queryRaw<Kept[]>(keptAnswers([claim]));
  return answersBefore([claim], kept).get(nameOf(claim)) ?? null;
}
