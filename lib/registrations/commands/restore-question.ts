import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { QuestionFailure } from "../errors";
import { conditionProblem } from "../rules/question-condition";
import { MOST_QUESTIONS } from "../rules/question-limits";
import { lockQuestions } from "./lock-questions";

/** Asks a retired question again, last in the form. Refused when what it depended on is not there any more. */
export function restoreQuestion(
  { eventId, organisationId, userId }: EventScope,
  key: string,
  now: Temporal.Instant,
): Promise<Ok<{ readonly key: string }> | QuestionFailure> {
  return inTransaction(async (tx): Promise<Ok<{ readonly key: string }> | QuestionFailure> => {
    const { questions, categories } = await lockQuestions(tx, eventId);
    const question = questions.find((one) => one.key === key && one.isRetired);
    if (!question) return fail("question_gone");
    const asked = questions.filter(({ isRetired }) => !isRetired);
    if (asked.length >= MOST_QUESTIONS) return fail("questions_too_many");
    if (conditionProblem(question, asked, categories) !== null) return fail("condition_unknown");
    await tx.question.update({
      where: { id: question.id },
      data: {
        retiredAt: null,
        position: Math.max(-1, ...asked.map(({ position }) => position)) + 1,
        revision: { increment: 1 },
      },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "question.restored", subjectId: question.id, detail: { key } },
      now,
    );
    return ok({ key });
  });
}
