import type { Temporal } from "temporal-polyfill";
import type { SpeakerScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { publicDay } from "../rules/public-day";
import { countAttendees, countSignUps } from "./headcounts";
import type { ProgrammeSession, ProgrammeSpeaker } from "./programme";

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
  /** What the speaker has handed in for it, or the organiser for them; null for nothing yet. */
  readonly slides: {
    /** A file's name, or an address. */
    readonly name: string;
    readonly link: string | null;
    readonly uploadedAt: Temporal.Instant;
    readonly consent: boolean;
    readonly isPublished: boolean;
    /** From when everybody may have it, if it is published. */
    readonly publicFrom: Temporal.PlainDate;
  } | null;
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

const slidesColumns = {
  ...{ link: true, uploadedAt: true, consent: true, publishedAt: true, publicOn: true },
  file: { select: { name: true } },
} satisfies Prisma.MaterialSelect;

/** All sessions of one speaker at events that are no longer drafts, in order of time. */
export async function listSpeakerSessions(scope: SpeakerScope): Promise<readonly SpeakerSession[]> {
  const { speakerId, organisationId } = scope;
  return sessionsOfSpeaker({ speakerId, organisationId });
}

/** The same without a scope, and of one event only when it is named: for mails, which are composed for nobody who asks. */
export async function sessionsOfSpeaker({
  speakerId,
  organisationId,
  eventId,
}: {
  readonly speakerId: string;
  readonly organisationId: string;
  readonly eventId?: string;
}): Promise<readonly SpeakerSession[]> {
  const rows = await database().sessionSpeaker.findMany({
    where: {
      speaker: { id: speakerId, organisationId },
      session: { event: { status: { not: "DRAFT" }, ...(eventId !== undefined && { id: eventId }) } },
    },
    orderBy: [{ session: { startsAt: "asc" } }, { sessionId: "asc" }],
    select: {
      part: true,
      session: { select: { ...speakerSessionColumns, materials: { where: { speakerId }, select: slidesColumns } } },
    },
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
        .filter((other) => other.speaker.id !== speakerId)
        .map(({ part, speaker: { id, name, affiliation, role } }) => ({
          id,
          name,
          affiliation,
          role: localisedOrNull(role),
          part,
        })),
      headcount: cancelled ? null : headcountOf(session, signedUp, expected),
      capacity: session.quota?.capacity ?? session.room?.seats ?? null,
      slides: slidesOf(session.materials[0], event),
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

function slidesOf(
  slides: Prisma.MaterialGetPayload<{ select: typeof slidesColumns }> | undefined,
  { endsOn }: { readonly endsOn: Date },
): SpeakerSession["slides"] {
  if (!slides) return null;
  const { link, file, uploadedAt, consent, publishedAt, publicOn } = slides;
  return {
    ...{ name: file?.name ?? link ?? "", link, consent, isPublished: publishedAt !== null },
    uploadedAt: fromTimestamp(uploadedAt),
    publicFrom: publicDay(publicOn && fromDateColumn(publicOn), { endsOn: fromDateColumn(endsOn) }),
  };
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
