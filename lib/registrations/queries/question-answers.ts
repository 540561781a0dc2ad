import type { Transaction } from "@/lib/platform/db";

/**
 * How many answers each question of an event has, by key: of attendees, of whole bookings and sensitive ones, whatever has
 * become of the registration. A change that waits for the organiser's answer counts too. Questions without any are left out.
 */
export async function countAnswers(
  db: Pick<Transaction, "$queryRaw">,
  eventId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ key: string; count: number }[]>`
    SELECT key, count(*)::int AS count FROM (
      SELECT jsonb_object_keys(r.answers) AS key FROM registration r WHERE r.event_id = ${eventId}::uuid
      UNION ALL
      SELECT jsonb_object_keys(b.answers) FROM booking b WHERE b.event_id = ${eventId}::uuid
      UNION ALL
      SELECT jsonb_object_keys(n.answers) FROM sensitive_needs n JOIN registration r ON r.id = n.registration_id
       WHERE r.event_id = ${eventId}::uuid AND jsonb_typeof(n.answers) = 'object'
      UNION ALL
      SELECT jsonb_object_keys(c.wanted -> 'answers') FROM change_request c
       WHERE c.event_id = ${eventId}::uuid AND c.state = 'OPEN' AND jsonb_typeof(c.wanted -> 'answers') = 'object'
    ) answered GROUP BY key`;
  return new Map(rows.map(({ key, count }) => [key, count]));
}
