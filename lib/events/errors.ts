import type { FieldCode } from "@/lib/core/written";

/** What can be wrong with one field of an event as its organiser edits it. */
export type EventFieldCode =
  | FieldCode
  | "slug_invalid"
  | "slug_taken"
  | "slug_fixed"
  | "colour_invalid"
  | "before_first_day"
  | "after_last_day"
  | "before_opening"
  | "too_many_days"
  | "date_taken"
  | "ends_before_start"
  | "used_by_people"
  | "used_by_sessions"
  | "used_by_invitations"
  | "used_by_codes"
  | "last_one"
  | "row_gone"
  | "steps_invalid"
  | "name_taken"
  | "early_incomplete"
  | "organisation_unknown"
  | "organisation_own"
  | "organisation_twice";

/** Why an event did not take the step in its life that was asked for. */
export const LIFE_CODES = ["event_gone", "incomplete", "has_registrations", "not_open", "not_over", "not_now"] as const;
export type LifeCode = (typeof LIFE_CODES)[number];
