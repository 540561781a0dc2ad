import type { Transaction } from "@/lib/platform/db";
import type { AskedQuestion } from "../rules/question-condition";
import { readQuestion, type StoredQuestion } from "../rules/stored-question";

export type LockedQuestions = {
  /** All of the event's questions in order, retired ones included. */
  readonly questions: readonly (StoredQuestion & AskedQuestion)[];
  readonly categories: readonly string[];
  readonly endsOn: Date;
};

/**
 * Reads an event's questions for changing them, one editor at a time: what depends on what is judged over all of them. The
 * lock is on the event and lets registrations through.
 */
export async function lockQuestions(tx: Transaction, eventId: string): Promise<LockedQuestions> {
  await tx.$queryRaw`SELECT id FROM event WHERE id = ${eventId}::uuid FOR NO KEY UPDATE`;
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      endsOn: true,
      categories: { select: { key: true } },
      questions: { orderBy: [{ position: "asc" }, { key: "asc" }] },
    },
  });
  return {
    questions: event.questions.map(readQuestion),
    categories: event.categories.map(({ key }) => key),
    endsOn: event.endsOn,
  };
}
