import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { QuestionFailure } from "../errors";
import { dependants } from "../rules/question-condition";
import { lockQuestions } from "./lock-questions";

/** Asks a question no more. Its answers stay, in lists and files too. Refused while other questions depend on it. */
export function retireQuestion(
  { eventId, organisationId, userId }: EventScope,
  key: string,
  now: Temporal.Instant,
): Promise<Ok<{ readonly key: string }> | QuestionFailure> {
  return inTransaction(async (tx): Promise<Ok<{ readonly key: string }> | QuestionFailure> => {
    const { questions } = await lockQuestions(tx, eventId);
    const question = questions.find((one) => one.key === key && !one.isRetired);
    if (!question) return fail("question_gone");
    const needing = dependants(key, questions);
    if (needing.length > 0)
      return fail(
        "question_needed",
        needing.map(({ label }) => label),
      );
    await tx.question.update({
      where: { id: question.id },
      data: { retiredAt: toTimestamp(now), revision: { increment: 1 } },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "question.retired", subjectId: question.id, detail: { key } },
      now,
    );
    return ok({ key });
  });
}
