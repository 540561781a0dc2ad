import type { PriceLine } from "@/lib/ticketing/price-list";
import { type Quote, quote } from "@/lib/ticketing/quote";
import type { FormShape } from "../registration-form";
import { impliedDays } from "./choices";

type Chosen = {
  readonly category?: string | undefined;
  readonly days?: readonly string[] | undefined;
  readonly sessions?: readonly string[] | undefined;
};

/** What a choice on this form costs on the form's day, code included. Nothing where the event has no prices. */
export function priceOfChoice(form: FormShape, { category, days, sessions }: Chosen): Quote {
  const { list, discount, on } = form.pricing ?? { list: NO_PRICES, discount: null, on: "" };
  // The category is not asked for where there is only one.
  const own = category ?? form.pricing?.category ?? form.categories[0]?.key ?? "";
  const choice = { category: own, dates: impliedDays(form, days) };
  return quote(list, { ...choice, sessionIds: sessions ?? [] }, discount, on);
}

/** Whether something is to be paid, so that somebody has to say who pays. */
export function isPaymentDue(lines: readonly Pick<PriceLine, "netOre">[]): boolean {
  return lines.reduce((sum, { netOre }) => sum + netOre, 0) > 0;
}

const NO_PRICES = { dates: [], categories: [], sessions: [] };
