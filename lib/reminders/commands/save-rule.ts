import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { canSetReminders } from "../policy";
import { whyPointless } from "../rules/pointless";
import { isSameRule } from "../rules/same-rule";
import { type ReminderDates, scheduledTime } from "../rules/scheduled-time";
import { parseRule, type RuleInput, type RuleInputFailure } from "../schema";
import { lockRules } from "./lock-rules";

/** More rules than any event has days on which people should be written to. */
const MOST_RULES = 40;

type Saved = Ok<{ readonly id: string }>;
type NotKept = Failure<
  "rule_exists" | "too_late" | "too_early" | "no_naming_day" | "category_unknown" | "group_unknown"
>;
type AddFailure = RuleInputFailure | NotKept | Failure<"rule_gone" | "rules_full">;
type ChangeFailure = RuleInputFailure | NotKept | Failure<"rule_gone" | "rule_changed">;

/** Adds a rule, on from now. A time that has been already is kept and sends nothing until the event's dates move. */
export async function addRule(scope: EventScope, body: unknown, now: Temporal.Instant): Promise<Saved | AddFailure> {
  if (!canSetReminders(scope)) return fail("rule_gone");
  const parsed = parseRule(body);
  if (!parsed.ok) return parsed;
  const { eventId, organisationId, userId } = scope;
  const id = newId(now);
  return inTransaction(async (tx): Promise<Saved | AddFailure> => {
    const { event, rules } = await lockRules(tx, scope);
    if (rules.length >= MOST_RULES) return fail("rules_full");
    if (rules.some((rule) => isSameRule(rule, parsed.value))) return fail("rule_exists");
    const wrong = await whatIsWrong(tx, scope, parsed.value, event);
    if (wrong) return wrong;
    const at = toTimestamp(now);
    await tx.reminderRule.create({
      data: { id, eventId, ...parsed.value, activeSince: at, createdAt: at },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    const detail = auditDetail(parsed.value);
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "reminder-rule.added", subjectId: id, detail },
      now,
    );
    return ok({ id });
  });
}

/** Changes when and whom a rule reminds. `revision` is the rule's as it was shown: somebody else's change is not written over. */
export async function changeRule(
  scope: EventScope,
  { id, revision, body }: { readonly id: string; readonly revision: number; readonly body: unknown },
  now: Temporal.Instant,
): Promise<Saved | ChangeFailure> {
  if (!canSetReminders(scope)) return fail("rule_gone");
  const parsed = parseRule(body);
  if (!parsed.ok) return parsed;
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Saved | ChangeFailure> => {
    const { event, rules } = await lockRules(tx, scope);
    const rule = rules.find((each) => each.id === id);
    if (!rule || rule.kind !== parsed.value.kind) return fail("rule_gone");
    if (rule.revision !== revision) return fail("rule_changed");
    if (isSameRule(rule, parsed.value)) return ok({ id });
    if (rules.some((other) => other.id !== id && isSameRule(other, parsed.value))) return fail("rule_exists");
    const wrong = await whatIsWrong(tx, scope, parsed.value, event);
    if (wrong) return wrong;
    await tx.reminderRule.update({
      where: { id },
      data: { ...parsed.value, activeSince: toTimestamp(now), revision: { increment: 1 } },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    const detail = auditDetail(parsed.value);
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "reminder-rule.changed", subjectId: id, detail },
      now,
    );
    return ok({ id });
  });
}

/** What of the event makes a rule impossible: a category or group it does not have, or a time at which nobody can act on it. */
async function whatIsWrong(
  tx: Transaction,
  { eventId }: EventScope,
  rule: RuleInput,
  event: ReminderDates,
): Promise<NotKept | null> {
  const { categoryId, groupName, kind } = rule;
  if (categoryId && (await tx.category.count({ where: { id: categoryId, eventId } })) === 0)
    return fail("category_unknown");
  if (groupName && (await tx.invitation.count({ where: { eventId, groupName } })) === 0) return fail("group_unknown");
  const scheduledAt = scheduledTime(rule, event);
  if (!scheduledAt) return fail("no_naming_day");
  const why = whyPointless(kind, scheduledAt, event);
  return why && fail(why);
}

function auditDetail({ kind, anchor, offsetDays, localTime, categoryId, groupName }: RuleInput) {
  return { kind, anchor, offsetDays, localTime, isNarrowed: categoryId !== null || groupName !== null };
}
