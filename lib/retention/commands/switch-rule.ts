import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { owns } from "@/lib/auth/queries/user";
import type { UserScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { RetentionCode } from "../errors";
import { findDueData } from "../queries/due-data";
import { retentionSwitchSchema } from "../schema";

/**
 * Lets a rule begin, or rest. It begins only for somebody who has seen how much it takes at once: when that has grown since, or the
 * rule has been changed, `seen_otherwise`, and the page shows it anew.
 */
export async function switchRetentionRule(
  user: UserScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<RetentionCode>> {
  const parsed = retentionSwitchSchema.safeParse(body);
  if (!parsed.success) return fail("rule_gone");
  const { organisation: organisationId, dataClass, to, revision, seen } = parsed.data;
  return inTransaction(async (tx): Promise<Ok<undefined> | Failure<RetentionCode>> => {
    if (!(await owns(user, organisationId, tx))) return fail("rule_gone");
    await tx.$queryRaw`SELECT 1 FROM retention_rule WHERE organisation_id = ${organisationId}::uuid FOR UPDATE`;
    const where = { organisationId_dataClass: { organisationId, dataClass } };
    const rule = await tx.retentionRule.findUnique({ where });
    if (!rule) return fail("rule_gone");
    if ((rule.enabledAt !== null) === (to === "on")) return ok(undefined);
    if (to === "on") {
      const { due } = await findDueData(tx, { organisationId, dataClass, months: rule.months }, now);
      const taken = due.reduce((sum, { count }) => sum + count, 0);
      if (rule.revision !== revision || taken > seen) return fail("seen_otherwise");
    }
    await tx.retentionRule.update({
      where,
      data: { enabledAt: to === "on" ? toTimestamp(now) : null, updatedAt: toTimestamp(now) },
      select: { months: true },
    });
    const actor = { kind: "USER", id: user.userId } as const;
    const action = to === "on" ? "retention.rule-switched-on" : "retention.rule-switched-off";
    const detail = { class: dataClass, months: rule.months };
    await recordAudit(tx, { organisationId, actor, action, detail }, now);
    return ok(undefined);
  });
}
