import type { Localised } from "@/lib/core/localised";
import type { Failure } from "@/lib/core/result";
import type { TableFailure } from "@/lib/platform/read-table";
import type { RegistrationForm } from "./registration-form";
import type { QuotaLevel } from "./rules/capacity";
import type { RowProblem } from "./rules/invitation-list";
import type { SettingsFieldCode, SettingsShown } from "./settings-schema";

/** What can be wrong with one field. */
export const FIELD_CODES = [
  "required",
  "wrong_type",
  "too_long",
  "control_character",
  "email_invalid",
  "invitation_bound",
  "consent_required",
  "choice_unknown",
  "municipality_unknown",
  "date_invalid",
  "number_invalid",
  "number_out_of_range",
  "tick_required",
  "days_required",
  "session_needs_day",
  "sessions_overlap",
  "code_unknown",
  "code_expired",
  "code_used_up",
  "code_other_category",
  "organisation_number_invalid",
  "vat_number_invalid",
  "reference_required",
  "peppol_invalid",
  "gln_invalid",
  "invoice_way_required",
  "file_empty",
  "file_too_large",
  "file_kind",
  "file_unknown",
  "file_limit",
  "people_too_many",
  "email_twice",
  "unknown_field",
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];

/** One error of one field; the texts are the names the explanation mentions, such as the two sessions that overlap. */
export type FieldError = { readonly code: FieldCode; readonly first?: Localised; readonly second?: Localised };

/** Errors by field: "name", "sessions", "answers.topic" or the name of an unknown field. */
export type FieldErrors = Readonly<Record<string, readonly FieldError[]>>;

/** What is full, with the name visitors know it by and the key the API calls it (category key, ISO date, session id). */
export type FullDetail = {
  readonly level: Exclude<QuotaLevel, "voucher">;
  readonly key: string | null;
  readonly name: Localised;
};

/** Why somebody may not register at all. */
export type ClosedCode = "not_yet_open" | "closed" | "cancelled" | "invitation_required" | "invitation_used";

/** Why the form's event takes no registration now, or null. */
export function closedBecause(form: Pick<RegistrationForm, "window" | "needsInvitation">): ClosedCode | null {
  switch (form.window.state) {
    case "not-yet-open":
      return "not_yet_open";
    case "cancelled":
      return "cancelled";
    case "closed":
    case "over":
      return "closed";
    case "open":
      return form.needsInvitation ? "invitation_required" : null;
  }
}

/** Why a registration was not made. `file_taken`: a file that was sent is somebody's already, or not kept any more. */
export type RegisterFailure =
  | Failure<"event_not_found" | ClosedCode | "idempotency_conflict" | "file_taken">
  | Failure<"invalid", FieldErrors>
  | Failure<"full", FullDetail>
  | Failure<"rate_limited", { readonly retryAfterSeconds: number }>;

/** Why a file was not kept. */
export type UploadFailure =
  | Failure<"file_empty" | "file_too_large" | "file_kind">
  | Failure<"rate_limited", { readonly retryAfterSeconds: number }>;

/** Why the API did not take a file. `question_unknown`: the event has no such question that asks for a file now. */
export type SendFileFailure = UploadFailure | Failure<"event_not_found" | ClosedCode | "question_unknown">;

/** Why a booking was not made. Nobody got a place or could wait: `full`, each person with what was full for them. */
export type BookFailure =
  | Exclude<RegisterFailure, Failure<"full", FullDetail>>
  | Failure<"nobody_placed", readonly FullDetail[]>
  | Failure<"booking_gone" | "too_many_guests">;

/** Why an invited person's guests were not registered. `guests_need_place`: whoever was invited has none themselves. */
export type GuestFailure = BookFailure | Failure<"guests_need_place" | "guests_cost" | "guests_missing">;

/** Why a held place was not given a name. `name_unavailable`: not to that address; why is nobody's business. */
export type NameFailure =
  | Failure<"gone" | "naming_closed" | "name_unavailable">
  | Failure<"invalid", FieldErrors>
  | Failure<"rate_limited", { readonly retryAfterSeconds: number }>;

/** What a place cost, VAT included, and would cost: to be agreed to before anything changes. Öre. */
export type PriceChange = { readonly beforeOre: number; readonly afterOre: number; readonly currency: string };

/** Why a registration was not changed. `gone`: it is not confirmed any more. */
export type ChangeFailure =
  | Failure<"gone" | "edit_closed" | "file_taken">
  | Failure<"invalid", FieldErrors>
  | Failure<"price_changed", PriceChange>
  | Failure<"full", FullDetail>;

/** Why what a booking shares was not changed. */
export type ChangeBookingFailure = Failure<"invalid", FieldErrors> | Failure<"file_taken">;

/** Why a registration was not cancelled. */
export type CancelFailure = Failure<"gone" | "cancel_closed">;

/** Why a place was not handed over. `substitute_unavailable`: not to that address; why is nobody's business. */
export type SubstituteFailure =
  | Failure<"gone" | "substitute_closed" | "substitute_unavailable">
  | Failure<"invalid", FieldErrors>
  | Failure<"rate_limited", { readonly retryAfterSeconds: number }>;

/** Why settings were not changed. `changed_meanwhile` comes with what is stored by now. */
export type SettingsFailure =
  | Failure<"settings_gone">
  | Failure<"invalid", Readonly<Record<string, SettingsFieldCode>>>
  | Failure<"changed_meanwhile", SettingsShown>;

/** Why one person's deadlines were not moved. `extension_date`: not a day from today to the event's last. */
export type ProtectFailure = Failure<"registration_not_found">;

export type ExtendFailure = Failure<"registration_not_found" | "extension_date">;

/** Why a link was not sent again: never because nobody was found. */
export type ResendFailure = Failure<"email_invalid"> | Failure<"rate_limited", { readonly retryAfterSeconds: number }>;

/** Why somebody was not erased: the registration still counts. */
export type EraseFailure = Failure<"erase_not_yet">;

/** Why a change that was asked for was not answered. `request_not_open`: answered, withdrawn or not there. */
export type AnswerChangeFailure =
  | Failure<"request_not_open" | "answer_required">
  | Failure<"invalid", FieldErrors>
  | Failure<"full", FullDetail>;

/** Why an invitation was not declined. `already_registered`: the person is registered; they cancel that instead. */
export type DeclineFailure = Failure<"already_registered">;

/** Why a list of people to invite could not be read. `columns_missing`: names or addresses were not found in it. */
export type ImportFailure = Failure<TableFailure | "columns_missing" | "invitation_gone">;

/** Why somebody was not invited by hand. */
export type AddInvitationFailure =
  | Failure<"invitation_gone" | "already_invited" | "already_registered">
  | Failure<"cells_wrong", readonly RowProblem[]>;

/** Why no invitations were sent: the event cannot be answered to any more, or not yet. */
export type SendFailure = Failure<"invitation_gone" | "event_not_published" | "registration_over">;

/** Why an invitation was not changed. `guests_fewer`: more have come along than that. */
export type InvitationFailure = Failure<"invitation_gone" | "already_registered" | "guests_invalid" | "guests_fewer">;

/** Why an offered place was not taken or given back. `offer_gone`: it was answered already; `offer_over`: too late. */
export type OfferFailure =
  | Failure<"offer_gone" | "offer_over" | "payer_missing">
  | Failure<"price_changed", PriceChange>
  | Failure<"sessions_overlap", SessionPair>;
type SessionPair = { readonly first: Localised; readonly second: Localised };

/** Why somebody could not begin to wait for a session. */
export type SessionWaitFailure =
  | Failure<"gone" | "edit_closed" | "session_unknown" | "session_has_room">
  | Failure<"sessions_overlap", SessionPair>;

/** Why an organiser's offer was not made. */
export type HandOfferFailure = Failure<"not_waiting" | "no_room" | "offer_too_late">;

/** What can be wrong with one field of a question that an organiser writes. */
export const QUESTION_FIELD_CODES = [
  "required",
  "wrong_type",
  "too_long",
  "control_character",
  "translation_missing",
  "date_invalid",
  "day_after_event",
  "number_invalid",
  "bounds_reversed",
  "options_missing",
  "options_too_many",
  "option_twice",
  "kind_answered",
  "asked_answered",
  "sensitive_answered",
  "sensitive_per_booking",
  "needed_by",
  "condition_two_questions",
  "condition_unknown",
  "condition_circular",
  "condition_other_asked",
  "condition_sensitive",
] as const;
export type QuestionFieldCode = (typeof QUESTION_FIELD_CODES)[number];

/** The first thing wrong with each field; `named`: the questions that an explanation mentions. */
export type QuestionProblems = Readonly<
  Record<string, { readonly code: QuestionFieldCode; readonly named?: readonly Localised[] }>
>;

/**
 * Why a question was not added, changed, moved or retired. `question_stale`: somebody else has changed it since it was shown;
 * `question_answered`: it has answers and stays; `question_needed`: other questions depend on it.
 */
export type QuestionFailure =
  | Failure<"invalid", QuestionProblems>
  | Failure<"question_gone" | "question_stale" | "question_answered" | "questions_too_many" | "condition_unknown">
  | Failure<"question_needed", readonly Localised[]>;

export type RegistrationErrorCode =
  | FieldCode
  | RegisterFailure["code"]
  | BookFailure["code"]
  | GuestFailure["code"]
  | NameFailure["code"]
  | SendFileFailure["code"]
  | ChangeFailure["code"]
  | CancelFailure["code"]
  | SubstituteFailure["code"]
  | ExtendFailure["code"]
  | ResendFailure["code"]
  | EraseFailure["code"]
  | AnswerChangeFailure["code"]
  | DeclineFailure["code"]
  | OfferFailure["code"]
  | SessionWaitFailure["code"]
  | HandOfferFailure["code"];
