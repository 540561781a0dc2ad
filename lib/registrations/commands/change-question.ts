import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { QuestionFailure } from "../errors";
import { countAnswers } from "../queries/question-answers";
import { questionSchema } from "../question-schema";
import { nextQuestion, problemsAmong, problemsOf } from "../rules/question-problems";
import { lockQuestions } from "./lock-questions";
import { questionColumns } from "./write-question";

const revisionSchema = z.object({ revision: z.int() });

/**
 * Changes a question of the event that is asked now. The answers it has stay and mean what they did: kind, whom it is asked
 * and whether it is sensitive stand once it has been answered, and options that are taken away stay readable. Refused when
 * somebody else has changed it since `revision`, and when another question would never be asked again.
 */
export async function changeQuestion(
  { eventId, organisationId, userId }: EventScope,
  key: string,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<{ readonly key: string }> | QuestionFailure> {
  const parsed = questionSchema.safeParse(body);
  if (!parsed.success) return fail("invalid", problemsOf(parsed.error));
  const shown = revisionSchema.safeParse(body);
  const input = parsed.data;
  return inTransaction(async (tx): Promise<Ok<{ readonly key: string }> | QuestionFailure> => {
    const { questions, categories, endsOn } = await lockQuestions(tx, eventId);
    const before = questions.find((one) => one.key === key && !one.isRetired);
    if (!before) return fail("question_gone");
    if (before.revision !== shown.data?.revision) return fail("question_stale");
    const isAnswered = (await countAnswers(tx, eventId)).has(key);
    const next = nextQuestion(key, input, { before, isAnswered });
    const problems = problemsAmong(next, input, {
      ...{ before, isAnswered, categories },
      others: questions.filter((one) => one !== before),
      endsOn: fromDateColumn(endsOn).toString(),
    });
    if (Object.keys(problems).length > 0) return fail("invalid", problems);
    await tx.question.update({
      where: { id: before.id },
      data: { ...questionColumns(input, next), revision: { increment: 1 } },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    const detail = { key, kind: input.kind, revision: before.revision + 1 };
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "question.changed", subjectId: before.id, detail },
      now,
    );
    return ok({ key });
  });
}
