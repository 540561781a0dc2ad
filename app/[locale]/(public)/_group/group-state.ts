import type { Locale } from "@/lib/core/localised";
import type { Quote } from "@/lib/ticketing/quote";
import type { FieldView, FormState, SectionView } from "../_form/form-view";
import type { PriceTexts } from "../_form/price-table";

/** One colleague's part of the form. Field names and ids begin with "people.3" and "people-3". */
export type PersonView = {
  readonly index: number;
  readonly heading: string;
  /** Where in a list the person was read from. */
  readonly source: string | null;
  /** Name and address. */
  readonly fields: readonly FieldView[];
  /** What the person comes to; folded together, with the choice in words, after the first person. */
  readonly choices: readonly FieldView[];
  readonly chosen: string;
  /** What may be left to the person; folded together as long as nothing in it is filled in or wrong. */
  readonly more: readonly FieldView[];
  readonly remove: string;
};

/** What became of one person. */
export type OutcomeView = {
  readonly name: string;
  readonly words: string;
  readonly tone: "good" | "waiting" | "ended";
};

/** What a group form's action answers with: the form as it stands now, or what became of everybody. */
export type GroupState = FormState & {
  readonly sections: readonly SectionView[];
  readonly people: readonly PersonView[];
  readonly closing: readonly SectionView[];
  readonly price: { readonly quote: Quote; readonly texts: PriceTexts; readonly locale: Locale } | null;
  /** What was just done to the form: rows read, somebody added. */
  readonly notice: string | null;
  readonly done: { readonly reference: string; readonly outcomes: readonly OutcomeView[] } | null;
};
