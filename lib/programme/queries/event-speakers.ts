import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { SessionKind } from "@/lib/platform/generated/client";
import { WITH_SLIDES as KINDS } from "./sessions-without-slides";
import { sessionsWithinReach } from "./within-reach";

/** A speaker of an event as its organiser sees them. */
export type EventSpeaker = {
  readonly id: string;
  readonly name: string;
  readonly affiliation: string | null;
  readonly email: string | null;
  /** In order of time; what is cancelled is left out. */
  readonly sessions: readonly Localised[];
  /** When their link was last sent. */
  readonly invitedAt: Temporal.Instant | null;
  /** How many of the sessions that should have slides have them; null where none should. */
  readonly slides: { readonly due: number; readonly there: number } | null;
};

const WITH_SLIDES: readonly SessionKind[] = KINDS;
const sessionColumns = { title: true, kind: true, _count: { select: { materials: true } } } as const;

/** The speakers of an event by name, within the reader's reach, and what the page about them needs to say of the event. */
export async function listEventSpeakers(scope: EventScope): Promise<{
  readonly title: Localised;
  readonly timeZone: string;
  /** Where attendees tell what they thought. */
  readonly evaluationUrl: string | null;
  readonly speakers: readonly EventSpeaker[];
}> {
  const { eventId, organisationId } = scope;
  const session = sessionsWithinReach(scope);
  const [event, speakers] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: eventId },
      select: { title: true, timeZone: true, evaluationUrl: true },
    }),
    database().speaker.findMany({
      where: { organisationId, sessions: { some: { session } } },
      select: {
        ...{ id: true, name: true, affiliation: true, email: true },
        sessions: {
          where: { session: { ...session, cancelledAt: null } },
          select: { part: true, session: { select: sessionColumns } },
          orderBy: [{ session: { startsAt: "asc" } }, { sessionId: "asc" }],
        },
        invitations: { where: { eventId }, select: { sentAt: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  return {
    ...{ title: localised(event.title), timeZone: event.timeZone, evaluationUrl: event.evaluationUrl },
    speakers: speakers.map(({ sessions, invitations, ...speaker }) => {
      const due = sessions.filter(({ part, session }) => part === "SPEAKER" && WITH_SLIDES.includes(session.kind));
      const there = due.filter(({ session }) => session._count.materials > 0).length;
      return {
        ...speaker,
        sessions: sessions.map(({ session }) => localised(session.title)),
        invitedAt: invitations[0] ? fromTimestamp(invitations[0].sentAt) : null,
        slides: due.length === 0 ? null : { due: due.length, there },
      };
    }),
  };
}
