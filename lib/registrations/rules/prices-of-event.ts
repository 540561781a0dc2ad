import { Temporal } from "temporal-polyfill";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import type { PriceList } from "@/lib/ticketing/price-list";
import { hasPrices } from "@/lib/ticketing/quote";

type PricedEvent = {
  readonly categories: readonly {
    readonly key: string;
    readonly name: unknown;
    readonly priceOre: number;
    readonly earlyPriceOre: number | null;
    readonly earlyUntil: Date | null;
    readonly currency: string;
    readonly vatPerMille: number;
    readonly dayPrices: readonly {
      readonly dayId: string;
      readonly priceOre: number;
      readonly earlyPriceOre: number | null;
    }[];
  }[];
  readonly days: readonly { readonly id: string; readonly date: Date }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly title: unknown;
    readonly priceOre: number;
    readonly vatPerMille: number;
  }[];
};

/** The prices of these categories of an event, or null when nothing costs anything. */
export function pricesOf({ categories, days, sessions }: PricedEvent): PriceList | null {
  const list: PriceList = {
    dates: days.map(({ date }) => fromDateColumn(date).toString()),
    categories: categories.map((category) => ({
      key: category.key,
      name: localised(category.name),
      ore: category.priceOre,
      earlyOre: category.earlyPriceOre,
      earlyUntil: category.earlyUntil && fromDateColumn(category.earlyUntil).toString(),
      vatPerMille: category.vatPerMille,
      currency: category.currency,
      days: days.flatMap(({ id, date }) => {
        const price = category.dayPrices.find(({ dayId }) => dayId === id);
        const iso = fromDateColumn(date).toString();
        return price ? [{ date: iso, text: inWords(iso), ore: price.priceOre, earlyOre: price.earlyPriceOre }] : [];
      }),
    })),
    sessions: sessions
      .filter(({ priceOre }) => priceOre > 0)
      .map(({ id, title, priceOre, vatPerMille }) => ({ id, title: localised(title), ore: priceOre, vatPerMille })),
  };
  return hasPrices(list) ? list : null;
}

function inWords(isoDate: string): Localised {
  const date = Temporal.PlainDate.from(isoDate);
  return { sv: formatDate(date, "sv"), en: formatDate(date, "en") };
}
