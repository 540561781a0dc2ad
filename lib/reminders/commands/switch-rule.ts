import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { canSetReminders } from "../policy";
import { lockRules } from "./lock-rules";

/** A rule as it was shown, and what is to become of it. */
export type RuleSwitch = { readonly id: string; readonly revision: number; readonly to: "on" | "off" | "removed" };

/**
 * Switches a rule on or off, or takes it away. Mails of it that have not left do not leave when it is off; switched on again, it
 * begins with what is still ahead. `revision` is the rule's as it was shown: somebody else's change is not written over.
 */
export async function switchRule(
  scope: EventScope,
  { id, revision, to }: RuleSwitch,
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"rule_gone" | "rule_changed">> {
  if (!canSetReminders(scope)) return fail("rule_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<undefined> | Failure<"rule_gone" | "rule_changed">> => {
    const { rules } = await lockRules(tx, scope);
    const rule = rules.find((each) => each.id === id);
    if (!rule) return fail("rule_gone");
    if (rule.revision !== revision) return fail("rule_changed");
    if (to !== "removed" && rule.enabled === (to === "on")) return ok(undefined);
    const at = toTimestamp(now);
    const data = { on: { enabled: true, activeSince: at }, off: { enabled: false }, removed: { removedAt: at } }[to];
    await tx.reminderRule.update({
      where: { id },
      data: { ...data, revision: { increment: 1 } },
      select: { id: true },
    });
    const action = (
      { on: "reminder-rule.switched-on", off: "reminder-rule.switched-off", removed: "reminder-rule.removed" } as const
    )[to];
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action, subjectId: id }, now);
    return ok(undefined);
  });
}
