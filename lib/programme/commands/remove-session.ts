import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { canEditSession } from "../policy";
import { findSessionRow } from "../queries/edited-session";
import { lockProgramme } from "./lock-programme";

export type RemovedSession =
  | Ok<{ readonly became: "deleted" | "called_off" | "held_again" }>
  | Failure<"session_gone">
  | Failure<"more_concerned", { readonly concerned: number }>;

/**
 * Takes a session out of the programme. One that somebody has chosen, or waits for, or has sent slides for, is called off instead: it stays, marked as
 * cancelled, and so does what they chose, so that they can be told and nothing of a paid place is lost. `concerned` is how many
 * the organiser was told of; more of them than that is another question. One that is called off is held again.
 */
export function removeSession(
  scope: EventScope,
  { id, concerned }: { readonly id: string; readonly concerned: number },
  now: Temporal.Instant,
): Promise<RemovedSession> {
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<RemovedSession> => {
    await lockProgramme(tx, eventId);
    const row = await findSessionRow(eventId, id, tx);
    if (!row || !canEditSession(scope, row)) return fail("session_gone");
    const told = row._count.registrations + row._count.waiting;
    if (told > concerned) return fail("more_concerned", { concerned: told });
    const became = row.cancelledAt ? "held_again" : told + row._count.materials > 0 ? "called_off" : "deleted";
    if (became === "deleted") await tx.session.delete({ where: { id }, select: { id: true } });
    else
      await tx.session.update({
        where: { id },
        data: { cancelledAt: became === "called_off" ? toTimestamp(now) : null },
        select: { id: true },
      });
    const action = `session.${became}` as const;
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action, subjectId: id, detail: { concerned: told } }, now);
    return ok({ became });
  });
}
