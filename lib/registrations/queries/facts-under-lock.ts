import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { Claim } from "../admission/application";
import type { Kept } from "../admission/idempotency";
import type { InLine } from "../rules/line";
import { keptAnswers } from "./kept-answers";
import { waitingLine } from "./lines";

/** A living registration at an address somebody asked with. */
export type Known = {
  readonly id: string;
  readonly eventId: string;
  readonly emailNormalised: string;
  readonly reference: string;
  readonly name: string;
  readonly email: string;
  readonly locale: "sv" | "en";
};

type Address = { readonly eventId: string; readonly email: string };

export type AskedFacts = {
  readonly eventIds: readonly string[];
  readonly sessionIds: readonly string[];
  /** Those whose living registrations count. */
  readonly addresses: readonly Address[];
  readonly claims: readonly Claim[];
};

export type FactsUnderLock = {
  /** Everybody who waits at these events, in the order of the line. */
  readonly line: readonly InLine[];
  readonly known: readonly Known[];
  /** How many registered people wait for a place in a session. */
  readonly sessionLines: readonly { readonly sessionId: string; readonly waiting: number }[];
  readonly kept: readonly Kept[];
  /** Which of the addresses have an invitation to the event. */
  readonly invited: readonly Address[];
  /** Which of the events have been called off. */
  readonly cancelled: readonly { readonly eventId: string }[];
};

/** All that decides on people who ask for places, as it is once the quotas are locked: one trip while everybody waits. */
export async function readFactsUnderLock(tx: Transaction, asked: AskedFacts): Promise<FactsUnderLock> {
  const { eventIds, sessionIds, addresses, claims } = asked;
  const [facts] = await tx.$queryRaw<[FactsUnderLock]>`
    -- prepared: facts-under-lock
    WITH a AS (
      SELECT DISTINCT * FROM unnest(${addresses.map(({ eventId }) => eventId)}::uuid[], ${addresses.map(({ email }) => email)}::text[])
        AS a(event_id, email)
    )
    SELECT ${rows(waitingLine(eventIds))} AS line,
           ${rows(KNOWN)} AS known,
           ${rows(sessionLines(sessionIds))} AS "sessionLines",
           ${rows(keptAnswers(claims))} AS kept,
           ${rows(INVITED)} AS invited,
           ${rows(cancelledAmong(eventIds))} AS cancelled`;
  return facts;
}

const KNOWN = Prisma.sql`
    SELECT r.id, r.event_id AS "eventId", r.email_normalised AS "emailNormalised", r.reference, r.name, r.email, r.locale
      FROM registration r JOIN a ON a.event_id = r.event_id AND a.email = r.email_normalised
     WHERE r.state IN ('PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED')`;

const INVITED = Prisma.sql`
    SELECT i.event_id AS "eventId", i.email_normalised AS email
      FROM invitation i JOIN a ON a.event_id = i.event_id AND a.email = i.email_normalised
     WHERE i.withdrawn_at IS NULL`;

const cancelledAmong = (eventIds: readonly string[]) => Prisma.sql`
    SELECT id AS "eventId" FROM event WHERE id = ANY(${eventIds}::uuid[]) AND status = 'CANCELLED'`;

function sessionLines(sessionIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT session_id AS "sessionId", count(*)::int AS waiting FROM session_waiting
     WHERE state = 'WAITING' AND session_id = ANY(${sessionIds}::uuid[]) GROUP BY session_id`;
}

/** A query's rows, in its order, as one value. */
const rows = (query: Prisma.Sql) => Prisma.sql`ARRAY(SELECT to_jsonb(x) FROM (${query}) x)`;
