import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { QUESTION_KINDS, type QuestionKind } from "../registration-form";
import { mayBecome } from "../rules/question-change";
import { conditionValues } from "../rules/question-condition";
import { readQuestion, type StoredQuestion } from "../rules/stored-question";
import { countAnswers } from "./question-answers";

/** A question with how many have answered it, the kinds it can be, and the answers that another question may depend on. */
export type ListedQuestion = StoredQuestion & {
  readonly answers: number;
  readonly kinds: readonly QuestionKind[];
  readonly conditions: readonly string[];
};

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
  const questions = event.questions.map(readQuestion).map((question): ListedQuestion => {
    const count = answers.get(question.key) ?? 0;
    const kinds = count === 0 ? QUESTION_KINDS : QUESTION_KINDS.filter((kind) => mayBecome(question.kind, kind));
    return { ...question, answers: count, kinds, conditions: conditionValues(question) };
  });
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
