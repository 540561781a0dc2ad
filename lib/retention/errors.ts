/** Why a rule was not saved or switched. */
export type RetentionCode = "rule_gone" | "months_invalid" | "months_too_few" | "decision_required" | "seen_otherwise";
