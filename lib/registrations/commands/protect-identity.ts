import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { ProtectFailure } from "../errors";

export type Protecting = { readonly reference: string; readonly isProtected: boolean };

/**
 * Marks a person as having protected personal data (skyddade personuppgifter), or takes that back: from then on lists, search,
 * counts and exports leave them out for everybody but owners and editors. Only for organisers who may change the event's
 * registrations. Doing it twice is the same as once.
 */
export async function protectIdentity(
  scope: EventScope,
  { reference, isProtected }: Protecting,
  now: Temporal.Instant,
): Promise<Ok<undefined> | ProtectFailure> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("registration_not_found");
  const { organisationId, eventId, userId } = scope;
  return inTransaction(async (tx) => {
    const row = await tx.registration.findFirst({
      where: { eventId, reference },
      select: { id: true, protectedIdentity: true },
    });
    if (!row) return fail("registration_not_found");
    const { count } = await tx.registration.updateMany({
      where: { id: row.id, protectedIdentity: !isProtected },
      data: { protectedIdentity: isProtected, updatedAt: toTimestamp(now) },
    });
    const action = isProtected ? "registration.protected" : "registration.unprotected";
    const audited = { organisationId, eventId, actor: { kind: "USER", id: userId }, subjectId: row.id } as const;
    if (count > 0) await recordAudit(tx, { ...audited, action }, now);
    return ok(undefined);
  });
}
