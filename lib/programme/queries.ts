import type { Temporal } from "temporal-polyfill";
import type { SpeakerScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Locale, type Localised, localised, localisedOrNull } from "@/lib/core/localised";
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

/** A programme slot as its own speaker sees it. Counts of people, never who they are or what they need. */
export type SpeakerSession = {
  readonly id: string;
  readonly kind: ProgrammeSession["kind"];
  readonly title: Localised;
  readonly abstract: Localised | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** "Inställd": the session itself or its whole event. */
  readonly isCancelled: boolean;
  readonly room: string | null;
  /** The speaker's own part. */
  readonly part: ProgrammeSpeaker["part"];
  readonly coSpeakers: readonly {
    readonly id: string;
    readonly name: string;
    readonly affiliation: string | null;
    readonly role: Localised | null;
    readonly part: ProgrammeSpeaker["part"];
  }[];
  /**
   * Who is expected: those who signed up for the session or, where nobody signs up, those confirmed for its day.
   * Null for what has neither sign-up nor day, and for what is cancelled.
   */
  readonly headcount: { readonly of: "session" | "day"; readonly people: number } | null;
  /** Places at the session, or else seats in its room. */
  readonly capacity: number | null;
  readonly event: {
    readonly slug: string;
    readonly title: Localised;
    readonly startsOn: Temporal.PlainDate;
    readonly endsOn: Temporal.PlainDate;
    readonly timeZone: string;
    readonly calendarSequence: number;
    readonly venue: { readonly name: string; readonly street: string | null; readonly city: string } | null;
    readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null };
  };
};

const speakerSessionColumns = {
  id: true,
  dayId: true,
  kind: true,
  title: true,
  abstract: true,
  startsAt: true,
  endsAt: true,
  signUp: true,
  cancelledAt: true,
  room: { select: { name: true, seats: true } },
  quota: { select: { capacity: true } },
  speakers: {
    orderBy: [{ position: "asc" }, { speakerId: "asc" }],
    select: { part: true, speaker: { select: { id: true, name: true, affiliation: true, role: true } } },
  },
  event: {
    select: {
      slug: true,
      title: true,
      status: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      calendarSequence: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      venue: { select: { name: true, street: true, city: true } },
    },
  },
} satisfies Prisma.SessionSelect;

/** The speaker whose link this is: how to greet them and in which language. */
export async function getSpeaker(scope: SpeakerScope): Promise<{ readonly name: string; readonly locale: Locale }> {
  return database().speaker.findFirstOrThrow({
    where: { id: scope.speakerId, organisationId: scope.organisationId },
    select: { name: true, locale: true },
  });
}

/** All sessions of one speaker at events that are no longer drafts, in order of time. */
export async function listSpeakerSessions(scope: SpeakerScope): Promise<readonly SpeakerSession[]> {
  const rows = await database().sessionSpeaker.findMany({
    where: {
      speaker: { id: scope.speakerId, organisationId: scope.organisationId },
      session: { event: { status: { not: "DRAFT" } } },
    },
    orderBy: [{ session: { startsAt: "asc" } }, { sessionId: "asc" }],
    select: { part: true, session: { select: speakerSessionColumns } },
  });
  const sessions = rows.map((row) => row.session).filter((session) => !wasCancelled(session));
  const [signedUp, expected] = await Promise.all([
    countSignUps(sessions.filter((session) => session.signUp).map((session) => session.id)),
    countAttendees(sessions.flatMap((session) => (session.signUp || !session.dayId ? [] : [session.dayId]))),
  ]);
  return rows.map(({ part, session }) => {
    const { event } = session;
    const cancelled = wasCancelled(session);
    return {
      id: session.id,
      kind: session.kind,
      title: localised(session.title),
      abstract: localisedOrNull(session.abstract),
      startsAt: fromTimestamp(session.startsAt),
      endsAt: fromTimestamp(session.endsAt),
      isCancelled: cancelled,
      room: session.room?.name ?? null,
      part,
      coSpeakers: session.speakers
        .filter((other) => other.speaker.id !== scope.speakerId)
        .map(({ part, speaker: { id, name, affiliation, role } }) => ({
          id,
          name,
          affiliation,
          role: localisedOrNull(role),
          part,
        })),
      headcount: cancelled ? null : headcountOf(session, signedUp, expected),
      capacity: session.quota?.capacity ?? session.room?.seats ?? null,
      event: {
        slug: event.slug,
        title: localised(event.title),
        startsOn: fromDateColumn(event.startsOn),
        endsOn: fromDateColumn(event.endsOn),
        timeZone: event.timeZone,
        calendarSequence: event.calendarSequence,
        venue: event.venue,
        contact: { name: event.contactName, email: event.contactEmail, phone: event.contactPhone },
      },
    };
  });
}

function wasCancelled(session: { cancelledAt: Date | null; event: { status: string } }): boolean {
  return session.cancelledAt !== null || session.event.status === "CANCELLED";
}

function headcountOf(
  session: { id: string; signUp: boolean; dayId: string | null },
  signedUp: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): SpeakerSession["headcount"] {
  if (session.signUp) return { of: "session", people: signedUp.get(session.id) ?? 0 };
  return session.dayId ? { of: "day", people: expected.get(session.dayId) ?? 0 } : null;
}

/** Confirmed people per session, all sessions in one statement. */
async function countSignUps(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const groups = await database().registrationSession.groupBy({
    by: ["sessionId"],
    where: { sessionId: { in: [...sessionIds] }, registration: { state: "CONFIRMED" } },
    _count: true,
  });
  return new Map(groups.map((group) => [group.sessionId, group._count]));
}

/** Confirmed people per day, all days in one statement. */
async function countAttendees(dayIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (dayIds.length === 0) return new Map();
  const groups = await database().registrationDay.groupBy({
    by: ["dayId"],
    where: { dayId: { in: [...dayIds] }, registration: { state: "CONFIRMED" } },
    _count: true,
  });
  return new Map(groups.map((group) => [group.dayId, group._count]));
}
