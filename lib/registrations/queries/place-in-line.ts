import { database } from "@/lib/platform/db";

/** Which place in the line of their category somebody has who waits, 1 for whoever is next; null for who does not wait. */
export async function findPlaceInLine(registrationId: string): Promise<number | null> {
  const [row] = await database().$queryRaw<{ place: number }[]>`
    SELECT count(*)::int AS place
      FROM registration me JOIN registration ahead
        ON ahead.event_id = me.event_id AND ahead.state = 'WAITLISTED' AND ahead.waiting_number <= me.waiting_number
           AND ahead.category_id = me.category_id
     WHERE me.id = ${registrationId}::uuid AND me.state = 'WAITLISTED'`;
  return row && row.place > 0 ? row.place : null;
}
