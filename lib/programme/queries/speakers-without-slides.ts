import type { Locale } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";

/** Somebody who is to speak and can be written to. */
export type SpeakerToRemind = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
};

/**
 * SQL: the speakers of an event (id, name, email, locale) who still have a session without slides and can be written to. A
 * session that is cancelled, or has any material of anybody's, needs none; moderators and panellists show none.
 */
export function speakersWithoutSlides(eventId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.name, s.email, s.locale FROM speaker s
     WHERE s.email IS NOT NULL AND EXISTS (
       SELECT 1 FROM session_speaker x JOIN session p ON p.id = x.session_id
        WHERE x.speaker_id = s.id AND x.part = 'SPEAKER' AND p.event_id = ${eventId}::uuid AND p.cancelled_at IS NULL
          AND p.kind IN ('TALK', 'PANEL', 'WORKSHOP', 'SEMINAR')
          AND NOT EXISTS (SELECT 1 FROM material m WHERE m.session_id = p.id))`;
}

/** The same, by name. */
export async function listSpeakersWithoutSlides(eventId: string): Promise<readonly SpeakerToRemind[]> {
  return database().$queryRaw<SpeakerToRemind[]>`${speakersWithoutSlides(eventId)} ORDER BY s.name, s.id`;
}
