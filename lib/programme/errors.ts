/** What can be in the way when speakers are invited. */
export type SpeakerCode = "speaker_gone" | "nobody_chosen" | "no_address" | "event_not_ahead";
