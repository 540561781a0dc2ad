import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

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
};

/** The speakers of an event by name, and what the page about them needs to say of the event. */
export async function listEventSpeakers({ eventId, organisationId }: EventScope): Promise<{
  readonly title: Localised;
  readonly timeZone: string;
  readonly speakers: readonly EventSpeaker[];
}> {
  const [event, speakers] = await Promise.all([
    database().event.findUniqueOrThrow({ where: { id: eventId }, select: { title: true, timeZone: true } }),
    database().speaker.findMany({
      where: { organisationId, sessions: { some: { session: { eventId } } } },
      select: {
        ...{ id: true, name: true, affiliation: true, email: true },
        sessions: {
          where: { session: { eventId, cancelledAt: null } },
          select: { session: { select: { title: true } } },
          orderBy: [{ session: { startsAt: "asc" } }, { sessionId: "asc" }],
        },
        invitations: { where: { eventId }, select: { sentAt: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  return {
    title: localised(event.title),
    timeZone: event.timeZone,
    speakers: speakers.map(({ sessions, invitations, ...speaker }) => ({
      ...speaker,
      sessions: sessions.map(({ session }) => localised(session.title)),
      invitedAt: invitations[0] ? fromTimestamp(invitations[0].sentAt) : null,
    })),
  };
}
