import type { Temporal } from "temporal-polyfill";
import type { ReminderKind } from "./kinds";

/** Which part of a group a rule is narrowed to; null is all of it. */
export type Narrowing = { readonly categoryId: string | null; readonly groupName: string | null };

type Timed = Narrowing & {
  readonly kind: ReminderKind;
  readonly enabled: boolean;
  readonly scheduledAt: Temporal.Instant | null;
};

/**
 * Whether those who have opened their invitation get a reminder of their own at the very time at which this rule reminds all
 * who have not answered. It then leaves them out, so that nobody gets two letters at once.
 */
export function openedHaveTheirOwn(rule: Timed, all: readonly Timed[]): boolean {
  if (rule.kind !== "INVITED_UNANSWERED") return false;
  return all.some(
    ({ kind, enabled, scheduledAt, categoryId, groupName }) =>
      kind === "DRAFT_BEGUN" &&
      enabled &&
      scheduledAt !== null &&
      rule.scheduledAt?.equals(scheduledAt) === true &&
      (categoryId === null || categoryId === rule.categoryId) &&
      (groupName === null || groupName === rule.groupName),
  );
}
