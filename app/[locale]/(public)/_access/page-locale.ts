import { notFound } from "next/navigation";
import { type Locale, LOCALES } from "@/lib/core/localised";

/** The language of a page's address; anything else than a language of the product is no page. */
export function pageLocale(code: string): Locale {
  return LOCALES.find((locale) => locale === code) ?? notFound();
}
