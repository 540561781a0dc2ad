import type { Discount, PricedChoice, PriceLine, PriceList } from "./price-list";
import { combinedLines } from "./rules/combined-lines";
import { discountLines } from "./rules/discount";
import { priceLines, priceOn } from "./rules/price-lines";
import { type Totals, totals } from "./rules/totals";

/** A price in lines, and what they come to. */
export type Quote = { readonly lines: readonly PriceLine[]; readonly totals: Totals };

/** What a choice costs on a local day (ISO, where the event is). The same in the browser, on the page and when it is stored. */
export function quote(list: PriceList, choice: PricedChoice, discount: Discount | null, on: string): Quote {
  const chosen = priceLines(list, choice, on);
  const lines = discount ? [...chosen, ...discountLines(chosen, discount, choice.category)] : chosen;
  return { lines, totals: totals(lines) };
}

/** Stored lines and what they come to, or null where nothing costs anything. */
export function quoteOfLines(lines: readonly PriceLine[]): Quote | null {
  return lines.length > 0 ? { lines, totals: totals(lines) } : null;
}

/** Whether anything is to be paid in any category: only then does a form speak of prices at all. */
export function hasPrices(list: PriceList): boolean {
  return [...list.categories, ...list.sessions].some(({ ore }) => ore > 0);
}

export { combinedLines, priceOn };
