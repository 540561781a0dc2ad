"use client";

import type { Locale } from "@/lib/core/localised";
import type { Pricing } from "@/lib/registrations/registration-form";
import { type Quote, quote } from "@/lib/ticketing/quote";
import type { FormValues } from "./form-view";
import { PriceTable, type PriceTexts } from "./price-table";

/** What a form needs to price what is chosen in it, and the words for that. */
export type PriceView = {
  readonly locale: Locale;
  readonly pricing: Pricing;
  /** The category where there is only one, which is then not asked for. */
  readonly onlyCategory: string | null;
  /** What is kept at the price it was taken for, as long as nothing else is chosen. */
  readonly kept?: { readonly days: readonly string[]; readonly sessions: readonly string[]; readonly quote: Quote };
  readonly texts: PriceTexts & { readonly chooseFirst: string };
};

/** What is chosen costs this much; changes as the choice does. Without JavaScript, as it was when the form was sent. */
export function LivePrice({ view, chosen }: { view: PriceView; chosen: Quote | null }) {
  return (
    <div className="price" role="status">
      {chosen ? <PriceTable quote={chosen} locale={view.locale} texts={view.texts} /> : <p>{view.texts.chooseFirst}</p>}
    </div>
  );
}

/** What is chosen in the form costs, or null as long as the category is open. */
export function quoteOfValues({ pricing, onlyCategory, kept }: PriceView, values: FormValues): Quote | null {
  const { list, discount, on } = pricing;
  const isSameDays = list.dates.length < 2 || isSame(kept?.days ?? [], values["days"]);
  if (kept && isSameDays && isSame(kept.sessions, values["sessions"])) return kept.quote;
  const category = onlyCategory ?? values["category"]?.[0];
  if (!category) return null;
  const dates = list.dates.length > 1 ? (values["days"] ?? []) : list.dates;
  return quote(list, { category, dates, sessionIds: values["sessions"] ?? [] }, discount, on);
}

function isSame(kept: readonly string[], chosen: readonly string[] = []): boolean {
  return kept.length === chosen.length && kept.every((one) => chosen.includes(one));
}
