import type { Transaction } from "@/lib/platform/db";

/** Locks what edits of a programme meet at: quotas before the event, in id order, as everywhere. Returns the event's zone. */
export async function lockProgramme(tx: Transaction, eventId: string): Promise<string> {
  await tx.$queryRaw`SELECT id FROM quota WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`;
  const [event] = await tx.$queryRaw<{ time_zone: string }[]>`
    SELECT time_zone FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
  if (!event) throw new Error("a scope's event is there");
  return event.time_zone;
}
