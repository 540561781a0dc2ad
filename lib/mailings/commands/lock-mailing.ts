import type { EventScope } from "@/lib/auth/scopes";
import type { Transaction } from "@/lib/platform/db";

/** A mailing as far as a change of it asks. */
export type LockedMailing = {
  readonly state: "DRAFT" | "QUEUED" | "STOPPED";
  readonly revision: number;
  readonly filter: unknown;
  readonly leavesAt: Date | null;
};

/** Locks one of the event's mailings: of two who send or take back at once, the second sees what the first has done. */
export async function lockMailing(tx: Transaction, scope: EventScope, id: string): Promise<LockedMailing | null> {
  const [row] = await tx.$queryRaw<LockedMailing[]>`
    SELECT state::text AS state, revision, filter, leaves_at AS "leavesAt" FROM mailing
     WHERE id = ${id}::uuid AND event_id = ${scope.eventId}::uuid FOR UPDATE`;
  return row ?? null;
}
