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

/** Why an own text could not be saved, shown or tried. */
export type OwnTextErrorCode =
  | "message_unknown"
  | "own_text_changed"
  | "own_text_gone"
  | "person_gone"
  | "text_required"
  | "text_too_long"
  | "text_malformed"
  | "text_field_unknown"
  | "text_link";
