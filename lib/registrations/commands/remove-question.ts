import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { QuestionFailure } from "../errors";
import { countAnswers } from "../queries/question-answers";
import { dependants } from "../rules/question-condition";
import { lockQuestions } from "./lock-questions";

/** Removes a question that nobody has answered. One with answers can only be retired. */
export function removeQuestion(
  { eventId, organisationId, userId }: EventScope,
  key: string,
  now: Temporal.Instant,
): Promise<Ok<{ readonly key: string }> | QuestionFailure> {
  return inTransaction(async (tx): Promise<Ok<{ readonly key: string }> | QuestionFailure> => {
    const { questions } = await lockQuestions(tx, eventId);
    const question = questions.find((one) => one.key === key);
    if (!question) return fail("question_gone");
    const needing = dependants(key, questions);
    if (needing.length > 0)
      return fail(
        "question_needed",
        needing.map(({ label }) => label),
      );
    if ((await countAnswers(tx, eventId)).has(key)) return fail("question_answered");
    await tx.question.delete({ where: { id: question.id }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "question.removed", subjectId: question.id, detail: { key } },
      now,
    );
    return ok({ key });
  });
}
