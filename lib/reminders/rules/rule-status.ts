import type { Temporal } from "temporal-polyfill";
import { dueness } from "./due";
import type { ReminderKind } from "./kinds";
import { whyPointless } from "./pointless";
import { type ReminderDates, type ReminderTiming, scheduledTime } from "./scheduled-time";

/**
 * How a rule stands: `no_day`, the event has not the day it is counted from; `sent` and `missed`, its time has been handled;
 * `passed`, its time had been when it was set; `off`; `too_late` and `too_early`, as `whyPointless` says; `planned`.
 */
export type RuleStatus = "no_day" | "sent" | "missed" | "passed" | "off" | "too_late" | "too_early" | "planned";

type Rule = ReminderTiming & {
  readonly kind: ReminderKind;
  readonly enabled: boolean;
  readonly activeSince: Temporal.Instant;
  readonly runs: readonly { readonly scheduledAt: Temporal.Instant; readonly outcome: "ENQUEUED" | "MISSED" }[];
};

/** When a rule is due, with the event's dates as they are, and how it stands. */
export function ruleStatus(
  rule: Rule,
  event: ReminderDates,
  now: Temporal.Instant,
): { readonly scheduledAt: Temporal.Instant | null; readonly status: RuleStatus } {
  const scheduledAt = scheduledTime(rule, event);
  if (!scheduledAt) return { scheduledAt, status: "no_day" };
  const run = rule.runs.find((each) => each.scheduledAt.equals(scheduledAt));
  if (run) return { scheduledAt, status: run.outcome === "MISSED" ? "missed" : "sent" };
  if (!rule.enabled) return { scheduledAt, status: "off" };
  const when = dueness({ scheduledAt, activeSince: rule.activeSince }, now);
  if (when === "passed" || when === "missed") return { scheduledAt, status: when };
  return { scheduledAt, status: whyPointless(rule.kind, scheduledAt, event) ?? "planned" };
}
