import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import { fromDateColumn } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { QuestionFailure } from "../errors";
import { questionSchema } from "../question-schema";
import { keyFrom } from "../rules/question-key";
import { MOST_QUESTIONS } from "../rules/question-limits";
import { nextQuestion, problemsAmong, problemsOf } from "../rules/question-problems";
import { lockQuestions } from "./lock-questions";
import { questionColumns } from "./write-question";

/** Adds a question last in the event's form. Its key is made from the Swedish label and never changes. */
export async function addQuestion(
  { eventId, organisationId, userId }: EventScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<{ readonly key: string }> | QuestionFailure> {
  const parsed = questionSchema.safeParse(body);
  if (!parsed.success) return fail("invalid", problemsOf(parsed.error));
  const input = parsed.data;
  return inTransaction(async (tx): Promise<Ok<{ readonly key: string }> | QuestionFailure> => {
    const { questions, categories, endsOn } = await lockQuestions(tx, eventId);
    if (questions.filter(({ isRetired }) => !isRetired).length >= MOST_QUESTIONS) return fail("questions_too_many");
    const taken = questions.map(({ key }) => key);
    const key = keyFrom(input.label.sv, taken, "question");
    const next = nextQuestion(key, input, { before: null, isAnswered: false });
    const problems = problemsAmong(next, input, {
      ...{ before: null, isAnswered: false, others: questions, categories },
      endsOn: fromDateColumn(endsOn).toString(),
    });
    if (Object.keys(problems).length > 0) return fail("invalid", problems);
    const id = newId(now);
    const position = Math.max(-1, ...questions.map((one) => one.position)) + 1;
    await tx.question.create({
      data: { id, eventId, key, position, ...questionColumns(input, next) },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "question.added", subjectId: id, detail: { key, kind: input.kind } },
      now,
    );
    return ok({ key });
  });
}
