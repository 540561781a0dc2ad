import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fail, ok, type Result } from "@/lib/core/result";
import { safeAddress } from "@/lib/core/safe-address";
import { inTransaction } from "@/lib/platform/transaction";
import { canEditEvent } from "../policy";

/** Sets where attendees tell what they thought of an event, over https; blank for nowhere. */
export async function setEvaluationUrl(
  scope: EventScope,
  written: string,
  now: Temporal.Instant,
): Promise<Result<void, "event_gone" | "link_invalid">> {
  if (!canEditEvent(scope)) return fail("event_gone");
  const evaluationUrl = written.trim() === "" ? null : safeAddress(written.trim());
  if (written.trim() !== "" && evaluationUrl === null) return fail("link_invalid");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx) => {
    await tx.event.update({ where: { id: eventId }, data: { evaluationUrl }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    const detail = { set: evaluationUrl !== null };
    await recordAudit(tx, { organisationId, eventId, actor, action: "event.evaluation_changed", detail }, now);
    return ok(undefined);
  });
}
