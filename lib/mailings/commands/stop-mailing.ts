import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { lockMailing } from "./lock-mailing";

/**
 * Takes a mailing back: what has not left never will. When nothing had left it is a draft again; otherwise it is stopped, and
 * `left` tells how many got it.
 */
export async function stopMailing(
  scope: EventScope,
  id: string,
  now: Temporal.Instant,
): Promise<Ok<{ readonly left: number }> | Failure<"mailing_gone" | "mailing_left">> {
  if (!isUuid(id)) return fail("mailing_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<{ left: number }> | Failure<"mailing_gone" | "mailing_left">> => {
    const mailing = await lockMailing(tx, scope, id);
    if (mailing?.state !== "QUEUED") return fail("mailing_gone");
    // A worker that has claimed a mail is sending it: that one counts as left.
    const taken = await tx.$executeRaw`
      DELETE FROM outbox_mail WHERE message = 'mailing' AND params ->> 'mailing' = ${id} AND state = 'QUEUED'`;
    if (taken === 0) return fail("mailing_left");
    const [rest] = await tx.$queryRaw<[{ n: number }]>`
      SELECT count(*)::int AS n FROM outbox_mail WHERE message = 'mailing' AND params ->> 'mailing' = ${id}`;
    await tx.mailing.update({
      where: { id },
      data: rest.n === 0 ? { state: "DRAFT", recipients: null, leavesAt: null } : { state: "STOPPED" },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    const detail = { taken, left: rest.n };
    await recordAudit(tx, { organisationId, eventId, actor, action: "mailing.stopped", subjectId: id, detail }, now);
    return ok({ left: rest.n });
  });
}
