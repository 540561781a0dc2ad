import type { Transaction } from "@/lib/platform/db";
import { lockQuotas } from "../commands/lock-quotas";
import { type FactsUnderLock, type Known, readFactsUnderLock } from "../queries/facts-under-lock";
import type { QuotaRow } from "../rules/capacity";
import { addressAt, type Ground } from "../rules/decide";
import type { Application } from "./application";

export type LockedGround = {
  readonly ground: Ground;
  /** Living registrations at the addresses that were asked with, by `addressAt`. */
  readonly known: ReadonlyMap<string, Known>;
  /** Which of the addresses have an invitation of their own, by `addressAt`. */
  readonly invited: ReadonlySet<string>;
  readonly kept: FactsUnderLock["kept"];
  /** Events that were called off while somebody was on the way in. */
  readonly cancelled: ReadonlySet<string>;
};

/** Locks what the applications take places in, and reads what decides on them as it is once the locks are held. */
export async function lockGround(tx: Transaction, applications: readonly Application[]): Promise<LockedGround> {
  const people = applications.flatMap((application) => application.people.map((person) => ({ application, person })));
  const locked = await lockQuotas(
    tx,
    people.map(({ person }) => person.levels),
  );
  const facts = await readFactsUnderLock(tx, {
    eventIds: [...new Set(applications.map(({ eventId }) => eventId))],
    sessionIds: [...new Set(people.flatMap(({ person }) => person.levels.sessionIds))],
    addresses: people.map(({ application: { eventId }, person }) => ({
      eventId,
      email: person.details.email.normalised,
    })),
    claims: applications.flatMap(({ claim }) => claim ?? []),
  });
  const known = new Map(facts.known.map((one) => [addressAt(one.eventId, one.emailNormalised), one]));
  return {
    ground: {
      quotas: facts.line.length > 0 ? await withOthers(tx, locked) : locked,
      line: facts.line,
      sessionLines: new Map(facts.sessionLines.map(({ sessionId, waiting }) => [sessionId, waiting])),
      living: new Set(known.keys()),
    },
    known,
    invited: new Set(facts.invited.map(({ eventId, email }) => addressAt(eventId, email))),
    kept: facts.kept,
    cancelled: new Set(facts.cancelled.map(({ eventId }) => eventId)),
  };
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
