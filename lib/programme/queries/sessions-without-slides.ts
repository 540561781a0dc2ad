import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** The kinds of session at which speakers show something. */
export const WITH_SLIDES = ["TALK", "PANEL", "WORKSHOP", "SEMINAR"] as const;

/** The titles of a speaker's sessions at an event that should have slides and have none, in order of time. */
export async function listSessionsWithoutSlides({
  speakerId,
  eventId,
}: {
  readonly speakerId: string;
  readonly eventId: string;
}): Promise<readonly Localised[]> {
  const sessions = await database().session.findMany({
    where: {
      ...{ eventId, cancelledAt: null, kind: { in: [...WITH_SLIDES] } },
      speakers: { some: { speakerId, part: "SPEAKER" } },
      materials: { none: {} },
    },
    select: { title: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return sessions.map(({ title }) => localised(title));
}
