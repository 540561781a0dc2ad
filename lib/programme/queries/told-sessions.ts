import { localised } from "@/lib/core/localised";
import { database, type Transaction } from "@/lib/platform/db";
import type { ToldSessions } from "../rules/told-sessions";

/** By event and speaker ("<event>/<speaker>"): what concerns each in their sessions as they are now. */
export async function sessionsToTell(
  where: { readonly eventIds: readonly string[]; readonly speakerIds: readonly string[] },
  db: Transaction = database(),
): Promise<ReadonlyMap<string, ToldSessions>> {
  const rows = await db.session.findMany({
    where: {
      eventId: { in: [...where.eventIds] },
      speakers: { some: { speakerId: { in: [...where.speakerIds] } } },
    },
    select: {
      ...{ id: true, eventId: true, title: true, startsAt: true, endsAt: true, cancelledAt: true },
      room: { select: { name: true } },
      event: { select: { status: true, venue: { select: { name: true } } } },
      speakers: { select: { speaker: { select: { id: true, name: true } } }, orderBy: { position: "asc" } },
    },
  });
  const all = new Map<string, Record<string, ToldSessions[string]>>();
  for (const { id, eventId, event, speakers, ...session } of rows)
    for (const { speaker } of speakers) {
      const key = `${eventId}/${speaker.id}`;
      const own = all.get(key) ?? {};
      own[id] = {
        title: localised(session.title),
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        room: session.room?.name ?? null,
        venue: event.venue?.name ?? null,
        with: speakers.filter((other) => other.speaker.id !== speaker.id).map((other) => other.speaker.name),
        isCancelled: session.cancelledAt !== null || event.status === "CANCELLED",
      };
      all.set(key, own);
    }
  return all;
}
