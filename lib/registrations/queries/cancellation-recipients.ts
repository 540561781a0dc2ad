import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";

/** Why somebody is told that an event is called off. */
export const TOLD_AS = ["confirmed", "pending", "offered", "waiting", "booker", "invited", "speaker"] as const;
export type ToldAs = (typeof TOLD_AS)[number];

/**
 * SQL: everybody who is told that an event is called off, each address once, as what concerns them most: who has a place or asks for
 * one, who booked for others, whoever is invited and has not said no, and speakers with an address.
 */
export function cancellationRecipients(eventId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (lower(c.email)) c.*
      FROM (
        SELECT CASE r.state WHEN 'CONFIRMED' THEN 1 WHEN 'PENDING_APPROVAL' THEN 2 WHEN 'OFFERED' THEN 3 ELSE 4 END AS rank,
               CASE r.state WHEN 'CONFIRMED' THEN 'confirmed' WHEN 'PENDING_APPROVAL' THEN 'pending'
                            WHEN 'OFFERED' THEN 'offered' ELSE 'waiting' END AS told_as,
               r.name, r.email, r.locale, r.id AS registration_id, NULL::uuid AS booking_id, NULL::uuid AS invitation_id,
               NULL::uuid AS speaker_id
          FROM registration r
         WHERE r.event_id = ${eventId}::uuid AND r.state IN ('CONFIRMED', 'PENDING_APPROVAL', 'OFFERED', 'WAITLISTED')
        UNION ALL
        SELECT 5, 'booker', b.registrant_name, b.registrant_email, b.locale, NULL, b.id, NULL, NULL
          FROM booking b
         WHERE b.event_id = ${eventId}::uuid AND EXISTS (
           SELECT 1 FROM registration r WHERE r.booking_id = b.id
              AND r.state IN ('HELD', 'CONFIRMED', 'PENDING_APPROVAL', 'OFFERED', 'WAITLISTED'))
        UNION ALL
        SELECT 6, 'invited', i.name, i.email, i.locale, NULL, NULL, i.id, NULL
          FROM invitation i
         WHERE i.event_id = ${eventId}::uuid AND i.state IN ('SENT', 'OPENED') AND i.sent_at IS NOT NULL
           AND i.withdrawn_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.event_id = i.event_id AND r.email_normalised = i.email_normalised)
        UNION ALL
        SELECT DISTINCT 7, 'speaker', s.name, s.email, s.locale, NULL::uuid, NULL::uuid, NULL::uuid, s.id
          FROM speaker s JOIN session_speaker x ON x.speaker_id = s.id JOIN session p ON p.id = x.session_id
         WHERE p.event_id = ${eventId}::uuid AND s.email IS NOT NULL
      ) c
     ORDER BY lower(c.email), c.rank, c.booking_id`;
}

/** How many would be told, by what they are told as. */
export async function countToldOfCancellation({ eventId }: EventScope): Promise<Readonly<Record<ToldAs, number>>> {
  const rows = await database().$queryRaw<{ toldAs: ToldAs; people: number }[]>`
    SELECT told_as AS "toldAs", count(*)::int AS people FROM (${cancellationRecipients(eventId)}) r GROUP BY told_as`;
  const counts = new Map(rows.map(({ toldAs, people }) => [toldAs, people]));
  return Object.fromEntries(TOLD_AS.map((as) => [as, counts.get(as) ?? 0])) as Record<ToldAs, number>;
}
