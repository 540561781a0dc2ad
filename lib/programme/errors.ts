/** What can be wrong when an organiser works with speakers. */
export type SpeakerCode =
  | "speaker_gone"
  | "session_gone"
  | "name_required"
  | "text_long"
  | "address_invalid"
  | "nobody_chosen"
  | "no_address"
  | "event_not_ahead";
