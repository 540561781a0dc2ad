import type { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import { inBoth } from "@/lib/core/written";
import { type SavedSection, type Section, type SentSection, saveSection } from "@/lib/events/commands/save-section";
import type { EventFieldCode } from "@/lib/events/errors";
import { readTracks } from "../queries/tracks";
import { tracksSchema } from "../schema";

const section: Section<z.output<typeof tracksSchema>> = {
  name: "tracks",
  schema: tracksSchema,
  read: readTracks,
  async write(tx, { eventId }, { tracks }, now) {
    const stored = await tx.track.findMany({
      where: { eventId },
      select: { id: true, position: true, _count: { select: { sessions: true } } },
    });
    const refusals = new Map<string, EventFieldCode>();
    for (const [key, { nameSv, remove }] of Object.entries(tracks)) {
      const track = stored.find(({ id }) => id === key);
      if (!track && !key.startsWith("new")) refusals.set(`tracks.${key}.nameSv`, "row_gone");
      if (track && remove && track._count.sessions > 0) refusals.set(`tracks.${key}.remove`, "used_by_sessions");
      if (track && !remove && nameSv === "") refusals.set(`tracks.${key}.nameSv`, "required");
    }
    if (refusals.size > 0) return Object.fromEntries(refusals);
    let position = Math.max(0, ...stored.map((track) => track.position));
    for (const [key, row] of Object.entries(tracks)) {
      const name = inBoth(row.nameSv, row.nameEn);
      if (stored.some(({ id }) => id === key)) {
        if (row.remove) await tx.track.delete({ where: { id: key }, select: { id: true } });
        else if (name) await tx.track.update({ where: { id: key }, data: { name }, select: { id: true } });
      } else if (name && !row.remove) {
        position += 1;
        await tx.track.create({ data: { id: newId(now), eventId, name, position }, select: { id: true } });
      }
    }
    return null;
  },
};

/** Saves the tracks of a programme. One that something is held in is not removed. */
export function saveTracks(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
