import type { RuleInput } from "../schema";

/** Whether two rules remind the same people at the same time. */
export function isSameRule(one: RuleInput, other: RuleInput): boolean {
  return (["kind", "anchor", "offsetDays", "localTime", "categoryId", "groupName"] as const).every(
    (column) => one[column] === other[column],
  );
}
