import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import type { PriceView } from "./live-price";
import { priceTexts } from "./price-texts";

/** The price of a form in one language, or null where nothing costs anything. */
export function priceView(form: RegistrationForm, locale: Locale): PriceView | null {
  const { pricing, categories } = form;
  if (!pricing || pricing.list.categories.length === 0) return null;
  const rates = [...pricing.list.categories, ...pricing.list.sessions].map(({ vatPerMille }) => vatPerMille);
  return {
    locale,
    pricing,
    onlyCategory: pricing.category ?? (categories.length === 1 ? (categories[0]?.key ?? null) : null),
    texts: { ...priceTexts(locale, [...new Set(rates)]), chooseFirst: translator(locale, "price")("chooseFirst") },
  };
}
