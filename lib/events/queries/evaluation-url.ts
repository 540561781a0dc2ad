import { database } from "@/lib/platform/db";

/** Where attendees tell what they thought of an event, or null where nobody asks. */
export async function findEvaluationUrl(eventId: string): Promise<string | null> {
  const event = await database().event.findUnique({ where: { id: eventId }, select: { evaluationUrl: true } });
  return event?.evaluationUrl ?? null;
}
