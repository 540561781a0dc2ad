import type { EventScope } from "@/lib/auth/scopes";
import { localised } from "@/lib/core/localised";
import { ownEnglish } from "@/lib/core/written";
import { sectionMark } from "@/lib/events/rules/section";
import { database, type Transaction } from "@/lib/platform/db";

/** The tracks of an event as the fields of their form. */
export async function readTracks(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  const rows = await db.track.findMany({
    where: { eventId },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const fields = rows.flatMap(({ id, name }) => {
    const both = localised(name);
    return [
      [`tracks.${id}.nameSv`, both.sv],
      [`tracks.${id}.nameEn`, ownEnglish(both)],
    ] as const;
  });
  return Object.fromEntries(fields);
}

/** The tracks with their mark. */
export async function getEventTracks({ eventId }: EventScope) {
  const fields = await readTracks(eventId);
  return { fields, mark: sectionMark(fields) };
}
