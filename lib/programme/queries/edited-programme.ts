import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { sectionMark } from "@/lib/events/rules/section";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { canEditSession } from "../policy";
import { type Conflict, findConflicts, type PlacedSession } from "../rules/conflicts";

export type { Conflict };
export type EditedProgramme = Awaited<ReturnType<typeof getEditedProgramme>>;
export type EditedSession = EditedProgramme["sessions"][number];

const sessionColumns = {
  ...{ id: true, dayId: true, trackId: true, kind: true, title: true, signUp: true, cancelledAt: true },
  ...{ startsAt: true, endsAt: true, hostOrganisationId: true },
  day: { select: { opensAt: true, closesAt: true } },
  track: { select: { name: true } },
  room: { select: { id: true, name: true, seats: true } },
  quota: { select: { capacity: true } },
  hostOrganisation: { select: { name: true } },
  speakers: {
    select: { speaker: { select: { id: true, name: true } } },
    orderBy: [{ position: "asc" }, { speakerId: "asc" }],
  },
} satisfies Prisma.SessionSelect;

/** An event's whole programme as its organiser edits it, with the days, rooms, tracks, hosts and speakers to choose among. */
export async function getEditedProgramme(scope: EventScope) {
  const { eventId } = scope;
  const [event, rows] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: eventId },
      select: {
        ...{ title: true, timeZone: true, status: true },
        days: {
          select: { id: true, date: true, title: true, opensAt: true, closesAt: true },
          orderBy: { date: "asc" },
        },
        tracks: { select: { id: true, name: true }, orderBy: [{ position: "asc" }, { id: "asc" }] },
        venue: { select: { rooms: { select: { id: true, name: true, seats: true }, orderBy: { name: "asc" } } } },
      },
    }),
    database().session.findMany({
      where: { eventId },
      select: sessionColumns,
      orderBy: [{ startsAt: "asc" }, { track: { position: "asc" } }, { id: "asc" }],
    }),
  ]);
  const { timeZone } = event;
  const sessions = rows.map((row) => editedSession(row, timeZone, scope));
  return {
    title: localised(event.title),
    timeZone,
    days: event.days.map((day) => ({
      ...{ id: day.id, date: fromDateColumn(day.date), title: localisedOrNull(day.title) },
      ...{ opensAt: fromTimestamp(day.opensAt), closesAt: fromTimestamp(day.closesAt) },
    })),
    tracks: event.tracks.map(({ id, name }) => ({ id, name: localised(name) })),
    rooms: event.venue?.rooms ?? [],
    sessions,
    /** What does not go together, by time. */
    conflicts: findConflicts(sessions),
  };
}

/** A mark of when and where a session is held: another one means that somebody has moved it since. */
export function placeMark(row: {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: { readonly id: string } | null;
}): string {
  return sectionMark({
    starts: row.startsAt.toISOString(),
    ends: row.endsAt.toISOString(),
    room: row.room?.id ?? "",
  });
}

/** "09:00" in the event's zone. */
export function wallClock(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);
}

type Row = Prisma.SessionGetPayload<{ select: typeof sessionColumns }>;

function editedSession(row: Row, timeZone: string, scope: EventScope) {
  return {
    ...placed(row),
    dayId: row.dayId,
    title: localised(row.title),
    date: localDate(fromTimestamp(row.startsAt), timeZone),
    starts: wallClock(fromTimestamp(row.startsAt), timeZone),
    ends: wallClock(fromTimestamp(row.endsAt), timeZone),
    roomName: row.room?.name ?? null,
    track: localisedOrNull(row.track?.name) as Localised | null,
    host: row.hostOrganisation?.name ?? null,
    speakers: row.speakers.map(({ speaker }) => speaker),
    mark: placeMark(row),
    isEditable: canEditSession(scope, row),
  };
}

function placed(row: Row): PlacedSession {
  return {
    ...{ id: row.id, kind: row.kind, trackId: row.trackId, signUp: row.signUp },
    startsAt: fromTimestamp(row.startsAt),
    endsAt: fromTimestamp(row.endsAt),
    day: row.day && { opensAt: fromTimestamp(row.day.opensAt), closesAt: fromTimestamp(row.day.closesAt) },
    room: row.room && { id: row.room.id, seats: row.room.seats },
    places: row.quota?.capacity ?? null,
    speakerIds: row.speakers.map(({ speaker }) => speaker.id),
    isCancelled: row.cancelledAt !== null,
  };
}
