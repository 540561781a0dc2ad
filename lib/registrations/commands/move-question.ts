import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { QuestionFailure } from "../errors";
import { lockQuestions } from "./lock-questions";

/** Moves a question one step among those that are asked. At the end of the list nothing happens, as after a double click. */
export function moveQuestion(
  { eventId, organisationId, userId }: EventScope,
  { key, direction }: { readonly key: string; readonly direction: "up" | "down" },
  now: Temporal.Instant,
): Promise<Ok<{ readonly key: string }> | QuestionFailure> {
  return inTransaction(async (tx): Promise<Ok<{ readonly key: string }> | QuestionFailure> => {
    const { questions } = await lockQuestions(tx, eventId);
    const asked = questions.filter(({ isRetired }) => !isRetired);
    const from = asked.findIndex((one) => one.key === key);
    const question = asked[from];
    if (!question) return fail("question_gone");
    const to = direction === "up" ? from - 1 : from + 1;
    if (to < 0 || to >= asked.length) return ok({ key });
    const order = asked.toSpliced(from, 1).toSpliced(to, 0, question);
    // Retired ones keep their answers, not their place: they come back where they are put.
    for (const [position, one] of order.entries())
      if (one.position !== position)
        await tx.question.update({ where: { id: one.id }, data: { position }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    const detail = { key, direction };
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "question.moved", subjectId: question.id, detail },
      now,
    );
    return ok({ key });
  });
}
