import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { owns } from "@/lib/auth/queries/user";
import type { UserScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { RetentionCode } from "../errors";
import { fewestMonths, MOST_MONTHS } from "../rules/retention-class";
import { retentionRuleSchema } from "../schema";

/**
 * Says for how long an organisation keeps a class of data, by which decision. A public body may destroy records only by one
 * (arkivlagen 1990:782, 10 §). Whatever is saved is off, until somebody has seen what it would take.
 */
export async function saveRetentionRule(
  user: UserScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<RetentionCode>> {
  const parsed = retentionRuleSchema.safeParse(body);
  if (!parsed.success) return fail("rule_gone");
  const { organisation: organisationId, dataClass, decision } = parsed.data;
  const months = /^\d{1,4}$/.test(parsed.data.months) ? Number(parsed.data.months) : 0;
  if (months < 1 || months > MOST_MONTHS) return fail("months_invalid");
  if (months < fewestMonths(dataClass)) return fail("months_too_few");
  if (decision === "") return fail("decision_required");
  return inTransaction(async (tx): Promise<Ok<undefined> | Failure<RetentionCode>> => {
    if (!(await owns(user, organisationId, tx))) return fail("rule_gone");
    const rule = { months, decision, enabledAt: null, updatedAt: toTimestamp(now) };
    await tx.retentionRule.upsert({
      where: { organisationId_dataClass: { organisationId, dataClass } },
      create: { organisationId, dataClass, ...rule },
      update: { ...rule, revision: { increment: 1 } },
      select: { months: true },
    });
    const actor = { kind: "USER", id: user.userId } as const;
    const detail = { class: dataClass, months };
    await recordAudit(tx, { organisationId, actor, action: "retention.rule-saved", detail }, now);
    return ok(undefined);
  });
}
