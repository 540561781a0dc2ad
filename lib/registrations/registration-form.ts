import type { Localised } from "@/lib/core/localised";
import type { PlacesLeft } from "@/lib/events/rules/places-left";
import type { WindowState } from "@/lib/events/rules/registration-window";
import type { Discount, PriceList } from "@/lib/ticketing/price-list";

/** What a question can ask for. A date is ISO, a municipality SCB's code, a file "<id>/<name>". */
export const QUESTION_KINDS = [
  "TEXT",
  "LONG_TEXT",
  "CHOICE",
  "MULTI_CHOICE",
  "YES_NO",
  "DATE",
  "NUMBER",
  "CONSENT",
  "MUNICIPALITY",
  "FILE",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Asked only when the other question, or the category, has one of these answers. Yes and no, and a tick, are "yes" and "no". */
export type ShowIf = { readonly key: string; readonly values: readonly string[] };

/** What a choice is priced by: the list, the code that was given, and the local day. */
export type Pricing = {
  readonly list: PriceList;
  readonly discount: Discount | null;
  readonly on: string;
  /** What somebody who is registered comes as; what they change is priced in it. */
  readonly category?: string;
};

/** What the schema needs to know of an event. Small and without texts, so that it can be handed to the browser. */
export type FormShape = {
  readonly categories: readonly { readonly key: string }[];
  /** In order of date. `date` is ISO, such as "2018-11-28". */
  readonly days: readonly { readonly date: string }[];
  /** Sessions with sign-up. `date` is that of their day, null for what adds no day. Instants are ISO. */
  readonly sessions: readonly {
    readonly id: string;
    readonly date: string | null;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
  readonly questions: readonly {
    readonly key: string;
    readonly kind: QuestionKind;
    readonly required: boolean;
    readonly options: readonly { readonly value: string }[];
    readonly min?: number | null;
    readonly max?: number | null;
    readonly showIf?: ShowIf | null;
    /** Not to be answered now: its last day has passed, or somebody else answers it. What was answered stays. */
    readonly isClosed?: boolean;
  }[];
  /** Empty where nothing costs anything and no code was given. */
  readonly pricing?: Pricing | null;
};

/** A code that somebody came with, and why it does not count if it does not. */
export type FormCode = {
  /** As it was typed. */
  readonly typed: string;
  readonly voucherId: string | null;
  readonly failure: "code_unknown" | "code_expired" | "code_used_up" | null;
};

export type FormCategory = {
  readonly id: string;
  readonly key: string;
  readonly name: Localised;
  readonly description: Localised | null;
  /** Öre, VAT excluded. */
  readonly priceOre: number;
  readonly currency: string;
  readonly vatPerMille: number;
  /** A registration in it waits for the organiser's yes. */
  readonly approval: boolean;
  readonly places: PlacesLeft;
};

export type FormDay = {
  readonly id: string;
  readonly date: string;
  readonly title: Localised | null;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly places: PlacesLeft;
};

export type FormSession = {
  readonly id: string;
  readonly date: string | null;
  readonly kind: string;
  readonly title: Localised;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string | null;
  readonly places: PlacesLeft;
};

export type QuestionOption = { readonly value: string; readonly label: Localised };

export type FormQuestion = {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly help: Localised | null;
  readonly required: boolean;
  /** Why it is asked and who reads the answers, in the organiser's words. */
  readonly purpose: Localised | null;
  readonly readers: Localised | null;
  readonly options: readonly QuestionOption[];
  /** Not offered any more; somebody may have answered with one. */
  readonly retiredOptions: readonly QuestionOption[];
  readonly min: number | null;
  readonly max: number | null;
  readonly showIf: ShowIf | null;
  /** The answer is stored with diet and access needs, and deleted with them. */
  readonly sensitive: boolean;
  /** Of each attendee, or once for the whole booking. */
  readonly asked: "ATTENDEE" | "BOOKING";
  readonly isClosed: boolean;
  /** ISO local date; null: as long as the form can be filled in. */
  readonly lastAnswerDay: string | null;
};

/** The window with its instants as ISO text. */
export type FormWindow = { readonly state: WindowState; readonly opensAt: string | null; readonly closesAt: string };

/** Everything the registration form shows and checks; plain values only. Dates are ISO local dates in `timeZone`. */
export type RegistrationForm = {
  readonly eventId: string;
  readonly organisationId: string;
  readonly slug: string;
  readonly title: Localised;
  readonly organiser: string;
  readonly timeZone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly registrationOpensOn: string | null;
  readonly lastRegistrationDay: string;
  /** Day after which diet and access needs are deleted. */
  readonly needsDeletedOn: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly window: FormWindow;
  /** True when only invited people may register and none of the links that prove it was shown. */
  readonly needsInvitation: boolean;
  /** Only the invited may register before this ISO date, and it is still to come; null otherwise. */
  readonly openToAllOn: string | null;
  /** Who was invited, to fill the form with. */
  readonly invited: InvitedPerson | null;
  /** Whether somebody who finds it full may wait for a place. */
  readonly waitingList: boolean;
  /** ISO instant until which colleagues' names may be filled in later; null where they must be known at once. */
  readonly namingEndsAt: string | null;
  readonly places: PlacesLeft;
  readonly pricing: Pricing | null;
  readonly code: FormCode | null;
  /** Whether the organiser has given out codes at all. */
  readonly takesCodes: boolean;
  readonly categories: readonly FormCategory[];
  readonly days: readonly FormDay[];
  readonly sessions: readonly FormSession[];
  readonly questions: readonly FormQuestion[];
};

export type InvitedPerson = {
  readonly name: string;
  readonly email: string;
  readonly organisationName: string | null;
  readonly categoryKey: string | null;
  /** The invitation is for this address and no other. */
  readonly isBound: boolean;
};

/** The part of a form that the browser's copy of the schema needs. */
export function formShape(form: FormShape): FormShape {
  return {
    categories: form.categories.map(({ key }) => ({ key })),
    days: form.days.map(({ date }) => ({ date })),
    sessions: form.sessions.map(({ id, date, startsAt, endsAt }) => ({ id, date, startsAt, endsAt })),
    questions: form.questions
      .filter(({ isClosed }) => !isClosed)
      .map(({ key, kind, required, options, min = null, max = null, showIf = null }) => ({
        key,
        kind,
        required,
        options: options.map(({ value }) => ({ value })),
        ...(min !== null && { min }),
        ...(max !== null && { max }),
        ...(showIf !== null && { showIf: { key: showIf.key, values: [...showIf.values] } }),
      })),
    pricing: form.pricing ?? null,
  };
}

/** The questions that can be answered now. */
export function openQuestions<Q extends { readonly isClosed?: boolean }>(form: {
  readonly questions: readonly Q[];
}): Q[] {
  return form.questions.filter(({ isClosed }) => !isClosed);
}
