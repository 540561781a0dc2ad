import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { UserScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { MemberFailure } from "../errors";

/**
 * Accepts or declines an open invitation that came to the address one is signed in with. It can be answered once; accepting
 * gives the role it says, unless one has another there meanwhile.
 */
export async function answerInvitation(
  { userId, email }: UserScope,
  { id, accept }: { readonly id: string; readonly accept: boolean },
  now: Temporal.Instant,
): Promise<Result<void, MemberFailure>> {
  if (!z.uuid().safeParse(id).success) return fail("invitation_gone");
  return inTransaction(async (tx): Promise<Result<void, MemberFailure>> => {
    const [answered] = await tx.memberInvitation.updateManyAndReturn({
      where: { id, email, closedAt: null, expiresAt: { gt: toTimestamp(now) } },
      data: { closedAt: toTimestamp(now) },
      select: { organisationId: true, eventId: true, role: true },
    });
    if (!answered) return fail("invitation_gone");
    const { organisationId, eventId, role } = answered;
    const created = { userId, role, createdAt: toTimestamp(now) };
    if (accept && eventId) await tx.eventMembership.createMany({ data: { eventId, ...created }, skipDuplicates: true });
    if (accept && !eventId)
      await tx.membership.createMany({ data: { organisationId, ...created }, skipDuplicates: true });
    const about = { organisationId, ...(eventId && { eventId }), actor: { kind: "USER", id: userId } as const };
    const action = accept ? "member.joined" : "member.invitation-declined";
    await recordAudit(tx, { ...about, action, subjectId: userId, detail: { role } }, now);
    return ok(undefined);
  });
}
