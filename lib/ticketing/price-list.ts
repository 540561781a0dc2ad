import type { Localised } from "@/lib/core/localised";

/** A price that is lower until a day. Öre, VAT excluded. */
export type Price = { readonly ore: number; readonly earlyOre: number | null };

/** One of the days on its own, in a category that sells days. `text` is the day in words. */
export type DayPrice = Price & { readonly date: string; readonly text: Localised };

/** What coming as something costs. */
export type CategoryPrices = Price & {
  readonly key: string;
  readonly name: Localised;
  /** ISO date: the last day of the early prices, where the event is. */
  readonly earlyUntil: string | null;
  readonly vatPerMille: number;
  readonly currency: string;
  /** Empty where a category has one price, however many days one comes. */
  readonly days: readonly DayPrice[];
};

/** A session that costs something of its own; in the currency of the category one comes in. */
export type SessionPrice = {
  readonly id: string;
  readonly title: Localised;
  readonly ore: number;
  readonly vatPerMille: number;
};

/** All that prices of an event are made from; plain values, so that the browser can be handed them. Dates are ISO. */
export type PriceList = {
  readonly dates: readonly string[];
  readonly categories: readonly CategoryPrices[];
  readonly sessions: readonly SessionPrice[];
};

/** What somebody chose. */
export type PricedChoice = {
  readonly category: string;
  readonly dates: readonly string[];
  readonly sessionIds: readonly string[];
};

/** A line of a price as it is stored with the place: the snapshot that an invoice is made from. */
export type PriceLine = {
  readonly kind: "CATEGORY" | "DAY" | "SESSION" | "DISCOUNT" | "CANCELLATION";
  readonly text: Localised;
  /** Öre, VAT excluded; negative for a discount. */
  readonly netOre: number;
  /** 250 is 25 %. */
  readonly vatPerMille: number;
  readonly currency: string;
};

/** What a code does to a price. */
export type Discount = {
  readonly code: string;
  /** The only category it counts in; empty: all of them. */
  readonly category: string | null;
  /** Per mille off the net price. */
  readonly offPerMille: number | null;
  /** Öre off the net price, VAT excluded. */
  readonly offOre: number | null;
};
