import { combinedLines, type Quote, quoteOfLines } from "@/lib/ticketing/quote";
import type { RegistrationForm } from "../registration-form";
import { priceOfChoice } from "../rules/price-of-choice";

type Chosen = {
  readonly category: string | undefined;
  readonly days: readonly string[];
  readonly sessions: readonly string[];
};

/** What several people's choices come to together; null where nothing costs anything or nothing is chosen yet. */
export function quoteOfPeople(form: RegistrationForm, people: readonly Chosen[]): Quote | null {
  if (!form.pricing) return null;
  const lines = people.flatMap(({ category, days, sessions }) =>
    category !== undefined || form.categories.length === 1
      ? priceOfChoice(form, { category, days: form.days.length > 1 ? days : undefined, sessions }).lines
      : [],
  );
  return quoteOfLines(combinedLines(lines));
}
