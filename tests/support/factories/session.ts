import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { CreatedEvent } from "./event";
import { nextNumber } from "./sequence";

/** A programme slot: the first hour of the event's first day. With a `capacity` one signs up for it by name. */
export async function createSession(
  db: Database,
  event: CreatedEvent,
  wishes: Partial<Prisma.SessionUncheckedCreateInput> & { readonly capacity?: number } = {},
) {
  const { capacity, ...overrides } = wishes;
  const [day] = event.days;
  if (!day) throw new Error("a session needs an event with a day");
  const n = nextNumber();
  const session = await db.session.create({
    data: {
      eventId: event.id,
      dayId: day.id,
      kind: capacity === undefined ? "TALK" : "WORKSHOP",
      title: { sv: `Programpunkt ${n}`, en: `Session ${n}` },
      startsAt: day.opensAt,
      endsAt: new Date(day.opensAt.getTime() + 60 * 60_000),
      signUp: capacity !== undefined,
      ...overrides,
    },
  });
  if (capacity !== undefined) await db.quota.create({ data: { eventId: event.id, sessionId: session.id, capacity } });
  return session;
}

/** A speaker of the event's organisation, in the given sessions. */
export function createSpeaker(
  db: Database,
  organisationId: string,
  sessionIds: readonly string[] = [],
  overrides: Partial<Prisma.SpeakerUncheckedCreateInput> = {},
) {
  const n = nextNumber();
  return db.speaker.create({
    data: {
      organisationId,
      name: `Talare ${n}`,
      email: `talare-${n}@example.org`,
      sessions: { create: sessionIds.map((sessionId) => ({ sessionId })) },
      ...overrides,
    },
  });
}
