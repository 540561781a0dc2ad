import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { canSetReminders } from "../policy";
import { type LadderKind, ladder, ruleOfRung } from "../rules/ladder";
import { scheduledTime } from "../rules/scheduled-time";
import { lockRules } from "./lock-rules";

/**
 * Switches the ladder of a group on or off: 14, 7, 3 and 1 days before, at nine. Rungs that are missing are added, those that are
 * as wished stay as they are, and rungs whose time has been send nothing. `changed` is how many were not as wished.
 */
export async function switchLadder(
  scope: EventScope,
  { kind, to }: { readonly kind: LadderKind; readonly to: "on" | "off" },
  now: Temporal.Instant,
): Promise<Ok<{ readonly changed: number }> | Failure<"rule_gone" | "no_naming_day">> {
  if (!canSetReminders(scope)) return fail("rule_gone");
  const { eventId, organisationId, userId } = scope;
  const at = toTimestamp(now);
  return inTransaction(async (tx): Promise<Ok<{ changed: number }> | Failure<"no_naming_day">> => {
    const { event, rules } = await lockRules(tx, scope);
    let changed = 0;
    for (const rung of ladder(kind)) {
      if (!scheduledTime(rung, event)) return fail("no_naming_day");
      const rule = ruleOfRung(kind, rung, rules);
      if (rule ? rule.enabled === (to === "on") : to === "off") continue;
      changed += 1;
      if (rule) {
        const data = to === "on" ? { enabled: true, activeSince: at } : { enabled: false };
        await tx.reminderRule.update({
          where: { id: rule.id },
          data: { ...data, revision: { increment: 1 } },
          select: { id: true },
        });
      } else {
        const data = { id: newId(now), eventId, kind, ...rung, activeSince: at, createdAt: at };
        await tx.reminderRule.create({ data, select: { id: true } });
      }
    }
    const actor = { kind: "USER", id: userId } as const;
    const action = to === "on" ? "reminder-ladder.switched-on" : "reminder-ladder.switched-off";
    if (changed > 0) await recordAudit(tx, { organisationId, eventId, actor, action, detail: { kind, changed } }, now);
    return ok({ changed });
  });
}
