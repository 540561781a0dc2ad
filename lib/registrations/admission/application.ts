import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import type { PriceLine } from "@/lib/ticketing/price-list";
import type { Levels } from "../rules/capacity";
import type { RegistrationState } from "../rules/transitions";
import type { RegistrationInput } from "../schema";

/** A submit's key within an event, and the SHA-256 of what was sent with it. */
export type Claim = { readonly eventId: string; readonly key: string; readonly requestHash: string };

/** What is stored of one person. */
export type PersonDetails = Pick<
  RegistrationInput,
  "name" | "email" | "organisationName" | "jobTitle" | "answers" | "diet" | "access"
> & {
  readonly municipalityCode: string | null;
  readonly locale: Locale;
  /** Answers to questions marked as sensitive, by key. */
  readonly sensitiveAnswers: Readonly<Record<string, unknown>> | null;
};

/** One person for whom a place is asked. */
export type Person = {
  readonly details: PersonDetails;
  readonly levels: Levels & { readonly categoryId: string };
  readonly approval: boolean;
  /** Whether the person agreed to be stored; somebody registered by a colleague is asked on their own page. */
  readonly consents: boolean;
  /** A place kept through this instant for somebody yet to be named. */
  readonly heldUntil: Temporal.Instant | null;
  readonly priceLines: readonly PriceLine[];
  /** The files among the answers, to be claimed. */
  readonly fileIds?: readonly string[];
};

/** Whoever books, for themselves or for colleagues. */
export type Registrant = {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly billing: object | null;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The files among the booking's answers, to be claimed. */
  readonly fileIds?: readonly string[];
};

/** One submit that was found good, at a form whose window is open: one person, or one booking for several. */
export type Application = {
  readonly eventId: string;
  readonly organisationId: string;
  readonly waitingList: boolean;
  /** ISO date after which diet and access needs are deleted. */
  readonly needsDeletedOn: string;
  readonly registrant: Registrant;
  readonly people: readonly [Person, ...Person[]];
  /** Whether the registrant, who need not be one of the people, is told by mail what became of them. */
  readonly tellsRegistrant: boolean;
  /** The booking the people are added to; null: a new one. */
  readonly booking: { readonly id: string; readonly reference: string } | null;
  readonly invitation: InvitationScope | null;
  /** The invitation that lets these people come along, which says how many it may. */
  readonly guestsOf?: InvitationScope;
  /** An organiser has decided that these people do not stand behind those who wait. Places are needed all the same. */
  readonly passesLine?: boolean;
  /** The people get no mail about it. */
  readonly isQuiet?: boolean;
  readonly claim: Claim | null;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
};

/** What became of one person. A reference is told for a known address too, so that the answer gives nobody away. */
export type PersonAnswer =
  | { readonly kind: "placed"; readonly reference: string; readonly status: RegistrationState }
  | {
      readonly kind: "full";
      readonly level: "event" | "category" | "day" | "session" | "voucher";
      readonly id: string | null;
    };

/**
 * The answer to an application. `placed` when at least one person got a place or waits; `people` are in the order of the
 * application. Refused as a whole, nothing is written and the key is free again.
 */
export type ApplicationAnswer =
  | { readonly kind: "placed"; readonly bookingReference: string; readonly people: readonly PersonAnswer[] }
  | { readonly kind: "full"; readonly people: readonly PersonAnswer[] }
  | { readonly kind: "cancelled" }
  | { readonly kind: "invitation_used" }
  | { readonly kind: "too_many_guests" }
  | { readonly kind: "file_taken" }
  | { readonly kind: "rate_limited"; readonly retryAfterSeconds: number }
  | { readonly kind: "key_conflict" };

/** The application of somebody who registers themselves. */
export function ownApplication(
  form: Pick<Application, "eventId" | "organisationId" | "waitingList" | "needsDeletedOn">,
  person: Person,
  asked: Pick<Application, "invitation" | "claim" | "actor" | "now">,
  bookingFields: Pick<Registrant, "answers" | "billing" | "fileIds">,
): Application {
  const { eventId, organisationId, waitingList, needsDeletedOn } = form;
  const { name, email, locale } = person.details;
  return {
    ...{ eventId, organisationId, waitingList, needsDeletedOn },
    ...asked,
    registrant: { name, email: email.address, phone: null, locale, ...bookingFields },
    people: [person],
    tellsRegistrant: false,
    booking: null,
  };
}
