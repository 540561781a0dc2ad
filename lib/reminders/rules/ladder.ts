import type { ReminderKind } from "./kinds";
import { KINDS } from "./kinds";
import type { Narrowing } from "./own-reminder";
import type { ReminderTiming } from "./scheduled-time";

/** Whom a ladder can remind: those who have something to do before a day. */
export const LADDER_KINDS = ["INVITED_UNANSWERED", "DRAFT_BEGUN", "NAMES_MISSING"] as const satisfies ReminderKind[];
export type LadderKind = (typeof LADDER_KINDS)[number];

const DAYS_BEFORE = [14, 7, 3, 1];
const LADDER_TIME = "09:00";

/** The rungs of a ladder: 14, 7, 3 and 1 days before, at nine. */
export function ladder(kind: LadderKind): ReminderTiming[] {
  const [anchor] = KINDS[kind].anchors;
  return DAYS_BEFORE.map((days) => ({ anchor, offsetDays: -days, localTime: LADDER_TIME }));
}

type Rung = ReminderTiming & Narrowing & { readonly kind: ReminderKind };

/** The rule that is a rung of a ladder, to the whole group, if it is there. */
export function ruleOfRung<R extends Rung>(kind: LadderKind, rung: ReminderTiming, rules: readonly R[]): R | undefined {
  return rules.find(
    (rule) =>
      rule.kind === kind &&
      rule.anchor === rung.anchor &&
      rule.offsetDays === rung.offsetDays &&
      rule.localTime === rung.localTime &&
      rule.categoryId === null &&
      rule.groupName === null,
  );
}

/** Whether every rung is there and on. */
export function isLadderOn(kind: LadderKind, rules: readonly (Rung & { readonly enabled: boolean })[]): boolean {
  return ladder(kind).every((rung) => ruleOfRung(kind, rung, rules)?.enabled === true);
}
