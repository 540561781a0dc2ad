import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Quote } from "@/lib/ticketing/quote";
import type { PriceTexts } from "./price-table";

/** The words of a price in one language, for these rates of VAT. */
export function priceTexts(locale: Locale, ratesPerMille: readonly number[]): PriceTexts {
  const t = translator(locale, "price");
  return {
    heading: t("heading"),
    net: t("net"),
    vat: Object.fromEntries(ratesPerMille.map((rate) => [rate, t("vat", { rate: formatNumber(rate / 10, locale) })])),
    gross: t("gross"),
    free: t("nothingToPay"),
  };
}

/** The words for a price that is known. */
export function textsOf({ totals }: Quote, locale: Locale): PriceTexts {
  return priceTexts(
    locale,
    totals.rates.map(({ vatPerMille }) => vatPerMille),
  );
}
