import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { isUuid, newId } from "@/lib/core/ids";
import { inBoth } from "@/lib/core/written";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { EventFieldCode } from "../errors";
import { readVenue } from "../queries/event-venue";
import { venueSchema } from "../schema";
import { type FieldRefusals, type SavedSection, type Section, type SentSection, saveSection } from "./save-section";

type Input = ReturnType<(typeof venueSchema)["parse"]>;

const section: Section<Input> = {
  name: "venue",
  schema: venueSchema,
  read: readVenue,
  async write(tx, { eventId, organisationId }, input, now): Promise<FieldRefusals | null> {
    const { venueId: shown } = await tx.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { venueId: true },
    });
    const isNew = input.venue === "new";
    const known =
      isNew ||
      input.venue === "" ||
      (isUuid(input.venue) && (await tx.venue.count({ where: { id: input.venue, organisationId } })) === 1);
    if (!known) return { venue: "choice_unknown" };
    const venueId = isNew ? newId(now) : input.venue || null;
    // The fields told about the place that was shown; another one is taken as it is.
    if (venueId && (isNew || venueId === shown)) {
      if (input.name === "") return { name: "required" };
      if (input.city === "") return { city: "required" };
      const data = {
        ...{ name: input.name, street: input.street || null, postalCode: input.postalCode || null, city: input.city },
        travel: inBoth(input.travelSv, input.travelEn) ?? Prisma.DbNull,
        accessibility: inBoth(input.accessibilitySv, input.accessibilityEn) ?? Prisma.DbNull,
      };
      if (isNew) await tx.venue.create({ data: { ...data, id: venueId, organisationId }, select: { id: true } });
      else await tx.venue.update({ where: { id: venueId }, data, select: { id: true } });
      // The rooms of the place that was shown are not those of a new one.
      const own = Object.entries(input.rooms).filter(([key]) => !isNew || key.startsWith("new"));
      const refusals = await writeRooms(tx, venueId, { rooms: Object.fromEntries(own) }, now);
      if (refusals) return refusals;
    }
    await tx.event.update({ where: { id: eventId }, data: { venueId }, select: { id: true } });
    return null;
  },
};

async function writeRooms(
  tx: Transaction,
  venueId: string,
  { rooms }: Pick<Input, "rooms">,
  now: Temporal.Instant,
): Promise<FieldRefusals | null> {
  const stored = await tx.room.findMany({
    where: { venueId },
    select: { id: true, name: true, _count: { select: { sessions: true } } },
  });
  const byId = new Map(stored.map((room) => [room.id, room]));
  const refusals = new Map<string, EventFieldCode>();
  const names = new Set(stored.filter(({ id }) => !Object.hasOwn(rooms, id)).map(({ name }) => name));
  for (const [key, row] of Object.entries(rooms)) {
    const room = byId.get(key);
    if (row.remove && room) {
      if (room._count.sessions > 0) refusals.set(`rooms.${key}.remove`, "used_by_sessions");
      else await tx.room.delete({ where: { id: key }, select: { id: true } });
      continue;
    }
    if (row.name === "" && room) refusals.set(`rooms.${key}.name`, "required");
    if (row.name === "" || row.remove) continue;
    if (names.has(row.name)) refusals.set(`rooms.${key}.name`, "name_taken");
    names.add(row.name);
  }
  if (refusals.size > 0) return Object.fromEntries(refusals);
  for (const [key, { name, seats, remove }] of Object.entries(rooms)) {
    if (remove || name === "") continue;
    // A room that was shown at another place, or is gone, is a new one here.
    if (byId.has(key)) await tx.room.update({ where: { id: key }, data: { name, seats }, select: { id: true } });
    else await tx.room.create({ data: { id: newId(now), venueId, name, seats }, select: { id: true } });
  }
  return null;
}

/**
 * Saves where an event is: one of the organisation's places, a new one, or none yet. What is written about a place counts for all
 * events there. A room that something happens in is not removed.
 */
export function saveVenue(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
