import type { Temporal } from "temporal-polyfill";
import type { Locale, Localised } from "@/lib/core/localised";
import type { Money } from "@/lib/core/money";

/** The states of a registration's life, as the database names them. */
export type State =
  | "HELD"
  | "PENDING_APPROVAL"
  | "CONFIRMED"
  | "WAITLISTED"
  | "OFFERED"
  | "DECLINED"
  | "LAPSED"
  | "REJECTED"
  | "CANCELLED"
  | "SUBSTITUTED";

/** What somebody answered to one of the organiser's questions. */
export type Answer = string | boolean | number | readonly string[];

/** One attendee as the list and its files see them. What the reader has no right to is null, not merely unshown. */
export type RegistrationRow = {
  readonly id: string;
  readonly reference: string | null;
  readonly name: string;
  readonly organisation: string | null;
  readonly state: State;
  readonly protectedIdentity: boolean;
  readonly details: RegistrationDetails | null;
};
/** What was not read, because nothing shows it, is null or empty. */
export type RegistrationDetails = {
  readonly email: string | null;
  readonly category: Localised;
  readonly municipalityCode: string | null;
  readonly jobTitle: string | null;
  readonly locale: Locale | null;
  /** "2026-10-14 09:31" on the event's clock. */
  readonly registered: string;
  readonly days: readonly Temporal.PlainDate[];
  readonly sessions: readonly Localised[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly price: Money | null;
  readonly payer: string | null;
  readonly invoiceReference: string | null;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly diet: string | null;
  readonly access: string | null;
};
