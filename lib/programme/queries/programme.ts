import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { type PlacesLeft, placesLeft } from "@/lib/events/rules/places-left";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

export type ProgrammeSpeaker = {
  readonly id: string;
  readonly name: string;
  readonly part: "SPEAKER" | "MODERATOR" | "PANELLIST";
  readonly role: Localised | null;
  readonly affiliation: string | null;
  readonly biography: Localised | null;
};

export type ProgrammeSession = {
  readonly id: string;
  readonly kind: "TALK" | "PANEL" | "WORKSHOP" | "SEMINAR" | "MEAL" | "MINGLE" | "EXHIBITION" | "BREAK";
  readonly title: Localised;
  readonly abstract: Localised | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly track: { readonly id: string; readonly name: Localised } | null;
  readonly room: string | null;
  /** The body that arranges this session, when it is not the event's organiser. */
  readonly host: string | null;
  readonly speakers: readonly ProgrammeSpeaker[];
  /** Attendees choose it when they register. */
  readonly signUp: boolean;
  readonly places: PlacesLeft;
  readonly isCancelled: boolean;
};

export type Programme = {
  /** By date; a day without sessions is there too. */
  readonly days: readonly {
    readonly date: Temporal.PlainDate;
    readonly title: Localised | null;
    readonly sessions: readonly ProgrammeSession[];
  }[];
  /** What adds no day, such as an evening-before mingle. */
  readonly beside: readonly ProgrammeSession[];
  readonly tracks: readonly { readonly id: string; readonly name: Localised }[];
};

const sessionColumns = {
  id: true,
  dayId: true,
  kind: true,
  title: true,
  abstract: true,
  startsAt: true,
  endsAt: true,
  signUp: true,
  cancelledAt: true,
  track: { select: { id: true, name: true } },
  room: { select: { name: true } },
  hostOrganisation: { select: { name: true } },
  quota: { select: { capacity: true, used: true } },
  speakers: {
    select: {
      part: true,
      speaker: { select: { id: true, name: true, role: true, affiliation: true, biography: true } },
    },
    orderBy: [{ position: "asc" }, { speakerId: "asc" }],
  },
} satisfies Prisma.SessionSelect;

/** An event's programme by day, sessions in order of start and then of track. The event must be one visitors may see. */
export async function listProgramme(event: {
  readonly id: string;
  readonly availability: "EXACT" | "FEW" | "HIDDEN";
}): Promise<Programme> {
  const where = { eventId: event.id };
  const [days, rows, tracks] = await Promise.all([
    database().eventDay.findMany({
      where,
      select: { id: true, date: true, title: true },
      orderBy: { date: "asc" },
    }),
    database().session.findMany({
      where,
      select: sessionColumns,
      orderBy: [{ startsAt: "asc" }, { track: { position: "asc" } }, { id: "asc" }],
    }),
    database().track.findMany({
      where,
      select: { id: true, name: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
  ]);
  const sessions = rows.map((row) => ({
    dayId: row.dayId,
    session: {
      id: row.id,
      kind: row.kind,
      title: localised(row.title),
      abstract: localisedOrNull(row.abstract),
      startsAt: fromTimestamp(row.startsAt),
      endsAt: fromTimestamp(row.endsAt),
      track: row.track && { id: row.track.id, name: localised(row.track.name) },
      room: row.room?.name ?? null,
      host: row.hostOrganisation?.name ?? null,
      speakers: row.speakers.map(({ part, speaker }) => ({
        ...speaker,
        part,
        role: localisedOrNull(speaker.role),
        biography: localisedOrNull(speaker.biography),
      })),
      signUp: row.signUp,
      places: placesLeft(row.quota, event.availability),
      isCancelled: row.cancelledAt !== null,
    } satisfies ProgrammeSession,
  }));
  const on = (dayId: string | null) => sessions.filter((one) => one.dayId === dayId).map((one) => one.session);
  return {
    days: days.map((day) => ({
      date: fromDateColumn(day.date),
      title: localisedOrNull(day.title),
      sessions: on(day.id),
    })),
    beside: on(null),
    tracks: tracks.map((track) => ({ id: track.id, name: localised(track.name) })),
  };
}
