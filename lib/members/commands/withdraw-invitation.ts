import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { OrganisationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { MemberFailure } from "../errors";

/** Takes an unanswered invitation back: from then on it cannot be accepted, and its mail is not sent if it still waits. */
export async function withdrawInvitation(
  { organisationId, userId }: OrganisationScope,
  id: string,
  now: Temporal.Instant,
): Promise<Result<{ email: string }, MemberFailure>> {
  if (!z.uuid().safeParse(id).success) return fail("invitation_gone");
  return inTransaction(async (tx): Promise<Result<{ email: string }, MemberFailure>> => {
    const [withdrawn] = await tx.memberInvitation.updateManyAndReturn({
      where: { id, organisationId, closedAt: null },
      data: { closedAt: toTimestamp(now) },
      select: { email: true },
    });
    if (!withdrawn) return fail("invitation_gone");
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, actor, action: "member.invitation-withdrawn", subjectId: id }, now);
    return ok(withdrawn);
  });
}
