import type { FieldCode } from "@/lib/core/written";

/** What can be in the way when speakers are invited. */
export type SpeakerCode = "speaker_gone" | "nobody_chosen" | "no_address" | "event_not_ahead";

/** What can be wrong with a file or an address that is handed in. */
export type SentCode =
  | "nothing_sent"
  | "file_and_link"
  | "file_empty"
  | "file_too_large"
  | "file_kind"
  | "link_invalid";

/** What can be in the way when a speaker hands slides in or takes them back. */
export type SlidesCode = SentCode | "session_gone" | "rate_limited";

/** What can be in the way of an organiser's materials. */
export type MaterialCode =
  | SentCode
  | "material_gone"
  | "nothing_chosen"
  | "no_consent"
  | "title_missing"
  | "title_too_long"
  | "date_invalid";

/** What can be wrong with a speaker as the organiser writes them. */
export type SpeakerFieldCode =
  | "speaker_gone"
  | "name_missing"
  | "too_long"
  | "email_invalid"
  | "email_taken"
  | "no_session"
  | "session_gone";

/** What can be wrong with one field of a session as it is edited. */
export type SessionFieldCode =
  | FieldCode
  | "ends_before_start"
  | "row_gone"
  | "below_taken"
  | "chosen_by_people"
  | "speaker_twice"
  | "period_invalid";

/** By field, what is wrong; `taken` is how many have chosen the session, for what says so. */
export type SessionRefusals = {
  readonly fields: Readonly<Record<string, SessionFieldCode>>;
  readonly taken: number;
};
