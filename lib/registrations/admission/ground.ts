import type { Transaction } from "@/lib/platform/db";
import { lockQuotas } from "../commands/lock-quotas";
import type { QuotaRow } from "../rules/capacity";
import { addressAt, type Ground } from "../rules/decide";
import type { InLine } from "../rules/line";
import type { Application } from "./application";

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

/** Locks what the applications take places in, and reads what decides on them as it is once the locks are held. */
export async function lockGround(
  tx: Transaction,
  applications: readonly Application[],
): Promise<{ readonly ground: Ground; readonly known: ReadonlyMap<string, Known> }> {
  const locked = await lockQuotas(
    tx,
    applications.flatMap(({ people }) => people.map(({ levels }) => levels)),
  );
  const line = await readLine(tx, [...new Set(applications.map(({ eventId }) => eventId))]);
  const quotas = line.length > 0 ? await withOthers(tx, locked) : locked;
  const known = new Map(
    (await readKnown(tx, applications)).map((one) => [addressAt(one.eventId, one.emailNormalised), one]),
  );
  const sessionLines = await countSessionLines(
    tx,
    applications.flatMap(({ people }) => people.flatMap(({ levels }) => levels.sessionIds)),
  );
  return { ground: { quotas, line, sessionLines, living: new Set(known.keys()) }, known };
}

/**
 * The locked rows with their events' others: whoever waits for a full category takes no place from those who register in
 * another. Read without a lock, which the event's own row makes up for: nobody takes a place without it.
 */
async function withOthers(tx: Transaction, locked: readonly QuotaRow[]): Promise<QuotaRow[]> {
  const others = await tx.quota.findMany({
    where: {
      eventId: { in: [...new Set(locked.map(({ eventId }) => eventId))] },
      id: { notIn: locked.map(({ id }) => id) },
    },
  });
  return [...locked, ...others];
}

async function countSessionLines(tx: Transaction, sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ sessionId: string; waiting: number }[]>`
    SELECT session_id AS "sessionId", count(*)::int AS waiting FROM session_waiting
     WHERE state = 'WAITING' AND session_id = ANY(${[...new Set(sessionIds)]}::uuid[]) GROUP BY session_id`;
  return new Map(rows.map(({ sessionId, waiting }) => [sessionId, waiting]));
}

/** Everybody who waits at these events, in the order of the line. Their quotas must be locked by the caller. */
export async function readLine(tx: Transaction, eventIds: readonly string[]): Promise<InLine[]> {
  return tx.$queryRaw<InLine[]>`
    SELECT r.id, r.event_id AS "eventId", r.category_id AS "categoryId", r.voucher_id AS "voucherId",
           ARRAY(SELECT d.day_id::text FROM registration_day d WHERE d.registration_id = r.id) AS "dayIds",
           ARRAY(SELECT s.session_id::text FROM registration_session s WHERE s.registration_id = r.id) AS "sessionIds"
      FROM registration r
     WHERE r.event_id = ANY(${eventIds}::uuid[]) AND r.state = 'WAITLISTED'
     ORDER BY r.waiting_number`;
}

async function readKnown(tx: Transaction, applications: readonly Application[]): Promise<Known[]> {
  const asked = applications.flatMap(({ eventId, people }) =>
    people.filter(({ heldUntil }) => !heldUntil).map(({ details }) => ({ eventId, email: details.email.normalised })),
  );
  return tx.$queryRaw<Known[]>`
    SELECT r.id, r.event_id AS "eventId", r.email_normalised AS "emailNormalised", r.reference, r.name, r.email, r.locale
      FROM registration r
      JOIN (SELECT DISTINCT * FROM unnest(${asked.map(({ eventId }) => eventId)}::uuid[], ${asked.map(({ email }) => email)}::text[])
              AS a(event_id, email)) a
        ON a.event_id = r.event_id AND a.email = r.email_normalised
     WHERE r.state IN ('PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED')`;
}
