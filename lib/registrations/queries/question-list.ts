import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { readQuestion, type StoredQuestion } from "../rules/stored-question";
import { countAnswers } from "./question-answers";

/** A question with how many have answered it. */
export type ListedQuestion = StoredQuestion & { readonly answers: number };

/** The event's questions in order, retired ones last, with what their editor needs to know of the event. */
export async function listQuestions({ eventId }: EventScope) {
  const [event, answers] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: eventId },
      select: {
        title: true,
        endsOn: true,
        needsDeletedOn: true,
        categories: { select: { key: true, name: true }, orderBy: [{ position: "asc" }, { key: "asc" }] },
        questions: { orderBy: [{ position: "asc" }, { key: "asc" }] },
      },
    }),
    countAnswers(database(), eventId),
  ]);
  const questions = event.questions.map(
    (row): ListedQuestion => ({ ...readQuestion(row), answers: answers.get(row.key) ?? 0 }),
  );
  return {
    title: localised(event.title),
    endsOn: fromDateColumn(event.endsOn),
    needsDeletedOn: fromDateColumn(event.needsDeletedOn),
    categories: event.categories.map(({ key, name }) => ({ key, name: localised(name) })),
    asked: questions.filter(({ isRetired }) => !isRetired),
    retired: questions.filter(({ isRetired }) => isRetired),
  };
}
export type QuestionList = Awaited<ReturnType<typeof listQuestions>>;
