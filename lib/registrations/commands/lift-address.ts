import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { parseEmailAddress } from "@/lib/core/email-address";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { liftSuppression } from "@/lib/mail/commands/suppress-address";
import { inTransaction } from "@/lib/platform/transaction";

/**
 * Sends mail again to an address that mail servers said takes none: one of this event's recipients, and for all of the
 * organisation's mail. What the recipient has declined stays declined.
 */
export async function liftAddress(
  scope: EventScope,
  address: string,
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"mail_gone">> {
  const normalised = parseEmailAddress(address)?.normalised;
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event" || !normalised) return fail("mail_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<undefined> | Failure<"mail_gone">> => {
    const toEmail = { equals: normalised, mode: "insensitive" } as const;
    const mail = await tx.outboxMail.findFirst({ where: { eventId, toEmail }, select: { id: true } });
    if (!mail || (await liftSuppression(tx, { organisationId, address: normalised })) === 0) return fail("mail_gone");
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "mail.address-lifted", subjectId: mail.id }, now);
    return ok(undefined);
  });
}
