/** Why a mailing could not be saved, sent or taken back. */
export type MailingErrorCode =
  | "mailing_gone"
  | "mailing_changed"
  | "mailing_sent"
  | "mailing_left"
  | "recipients_changed"
  | "nobody"
  | "time_invalid"
  | "time_passed"
  | "field_required"
  | "field_too_long"
  | "field_malformed"
  | "field_unknown"
  | "field_link"
  | "english_half";
