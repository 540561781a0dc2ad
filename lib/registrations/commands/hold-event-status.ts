import type { Transaction } from "@/lib/platform/db";

/**
 * Whether the event still takes place, and stays so until this transaction ends: whoever calls it off waits for it, and it waits
 * for whoever is calling it off. Before anybody is given a place or a place is given to another person, so that everybody who
 * has one is told. After the locks on registration and quotas.
 */
export async function isStillOn(tx: Transaction, eventId: string): Promise<boolean> {
  const [event] = await tx.$queryRaw<{ status: string }[]>`
    SELECT status FROM event WHERE id = ${eventId}::uuid FOR SHARE`;
  return event !== undefined && event.status !== "CANCELLED";
}
