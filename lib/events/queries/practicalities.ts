import { type Localised, localisedOrNull } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** What the organiser tells those who come about the way there, access and the day; null where nothing is written. */
export async function findPracticalities(eventId: string): Promise<{
  readonly travel: Localised | null;
  readonly accessibility: Localised | null;
  readonly practicalities: Localised | null;
}> {
  const { practicalities, venue } = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    select: { practicalities: true, venue: { select: { travel: true, accessibility: true } } },
  });
  return {
    travel: localisedOrNull(venue?.travel),
    accessibility: localisedOrNull(venue?.accessibility),
    practicalities: localisedOrNull(practicalities),
  };
}
