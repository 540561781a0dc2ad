import type { EventScope } from "@/lib/auth/scopes";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { sessionsWithinReach } from "./within-reach";

/** A session of an event, and who is on it. */
export type SessionWithPeople = {
  readonly id: string;
  readonly title: Localised;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** The sessions of an event within the reader's reach, in order of time, that materials or speakers can belong to. */
export async function listSessionsWithPeople(scope: EventScope): Promise<readonly SessionWithPeople[]> {
  const sessions = await database().session.findMany({
    where: { ...sessionsWithinReach(scope), cancelledAt: null, kind: { notIn: ["MEAL", "BREAK"] } },
    select: {
      ...{ id: true, title: true },
      speakers: {
        select: { speaker: { select: { id: true, name: true } } },
        orderBy: [{ position: "asc" }, { speakerId: "asc" }],
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return sessions.map(({ id, title, speakers }) => ({
    ...{ id, title: localised(title) },
    people: speakers.map(({ speaker }) => speaker),
  }));
}
