/** Why a reminder rule could not be saved, switched or taken away. */
export type ReminderErrorCode =
  | "rule_gone"
  | "rule_changed"
  | "rule_exists"
  | "rules_full"
  | "too_late"
  | "too_early"
  | "no_naming_day"
  | "kind_unknown"
  | "anchor_unknown"
  | "days_invalid"
  | "time_invalid"
  | "category_unknown"
  | "group_unknown"
  | "malformed";
