import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canSeeNeeds } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { ReadNeedsFailure } from "../errors";
import type { Answer } from "../rules/registration-row";

export type Needs = {
  readonly diet: string | null;
  readonly access: string | null;
  /** Answers to the event's sensitive questions, by the question's key. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly deletedOn: Temporal.PlainDate;
};

/**
 * Opens one person's diet, access needs and sensitive answers. The reading is audited in the same transaction: needs cannot be seen without a
 * trace. Null when the person gave none, or when they have been deleted; that is audited too.
 */
export async function readNeeds(
  scope: EventScope,
  reference: string,
  now: Temporal.Instant,
): Promise<Result<Needs | null, ReadNeedsFailure>> {
  if (!canSeeNeeds(scope.role)) return fail("needs_forbidden");
  return database().$transaction(async (tx) => {
    const registration = await tx.registration.findFirst({
      where: { eventId: scope.eventId, reference },
      select: { id: true, needs: { select: { diet: true, access: true, answers: true, deleteAfter: true } } },
    });
    if (!registration) return fail("registration_not_found");
    await recordAudit(
      tx,
      {
        organisationId: scope.organisationId,
        eventId: scope.eventId,
        actor: { kind: "USER", id: scope.userId },
        action: "needs.read",
        subjectId: registration.id,
      },
      now,
    );
    const { needs } = registration;
    if (!needs) return ok(null);
    const { diet, access, deleteAfter } = needs;
    const answers = (needs.answers ?? {}) as Readonly<Record<string, Answer>>;
    return ok({ diet, access, answers, deletedOn: fromDateColumn(deleteAfter) });
  });
}
