import { z } from "zod";
import { isUuid } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import type { ReminderErrorCode } from "./errors";
import { KINDS, REMINDER_KINDS, type ReminderKind } from "./rules/kinds";
import { LADDER_KINDS } from "./rules/ladder";
import type { Narrowing } from "./rules/own-reminder";
import type { ReminderTiming } from "./rules/scheduled-time";

/** A year back; two months on, as long as personal links work after the event. */
const MOST_BEFORE = 365;
const MOST_AFTER = 60;

const emptyIsNull = (text: string) => text || null;

const schema = z.strictObject({
  kind: z.enum(REMINDER_KINDS, "kind_unknown"),
  anchor: z.enum(["LAST_REGISTRATION_DAY", "EVENT_START", "EVENT_END", "LAST_NAMING_DAY"], "anchor_unknown"),
  days: z
    .string("days_invalid")
    .trim()
    .regex(/^\d{1,3}$/, "days_invalid")
    .transform(Number),
  direction: z.enum(["before", "after"], "days_invalid"),
  time: z
    .string("time_invalid")
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, "time_invalid")
    .transform((time) => time.replace(".", ":").padStart(5, "0")),
  category: z
    .string("category_unknown")
    .refine((id) => id === "" || isUuid(id), "category_unknown")
    .transform(emptyIsNull),
  group: z.string("group_unknown").trim().max(200, "group_unknown").transform(emptyIsNull),
});

export const RULE_FIELDS = ["anchor", "days", "direction", "time", "category", "group"] as const;

/** A rule as it was typed. */
export type RuleInput = ReminderTiming & Narrowing & { readonly kind: ReminderKind };
export type RuleInputFailure = Failure<
  Extract<ReminderErrorCode, `${string}_unknown` | `${string}_invalid` | "malformed">
>;

/** The rule an organiser typed. Fails with what is wrong with it, be it a group or day that makes no sense for its kind. */
export function parseRule(body: unknown): Ok<RuleInput> | RuleInputFailure {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "";
    return fail(CODES.find((code) => code === message) ?? "malformed");
  }
  const { kind, anchor, days, direction, time, category, group } = parsed.data;
  const traits = KINDS[kind];
  if (!traits.anchors.includes(anchor)) return fail("anchor_unknown");
  if (days > (direction === "before" ? MOST_BEFORE : MOST_AFTER)) return fail("days_invalid");
  if (category && !traits.category) return fail("category_unknown");
  if (group && !traits.group) return fail("group_unknown");
  const offsetDays = direction === "before" && days > 0 ? -days : days;
  return ok({ kind, anchor, offsetDays, localTime: time, categoryId: category, groupName: group });
}

const CODES = [
  "kind_unknown",
  "anchor_unknown",
  "days_invalid",
  "time_invalid",
  "category_unknown",
  "group_unknown",
] as const;

const ladderSwitch = z.object({ kind: z.enum(LADDER_KINDS), to: z.enum(["on", "off"]) });
const ruleSwitch = z.enum(["on", "off", "removed"]);

/** Which ladder is to be switched, and how. */
export function parseLadderSwitch(body: unknown): Ok<z.output<typeof ladderSwitch>> | Failure<"malformed"> {
  const parsed = ladderSwitch.safeParse(body);
  return parsed.success ? ok(parsed.data) : fail("malformed");
}

/** What is to become of a rule. */
export function parseRuleSwitch(to: unknown): Ok<z.output<typeof ruleSwitch>> | Failure<"malformed"> {
  const parsed = ruleSwitch.safeParse(to);
  return parsed.success ? ok(parsed.data) : fail("malformed");
}
