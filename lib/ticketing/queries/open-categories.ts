import type { Temporal } from "temporal-polyfill";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { type Money, withVat } from "@/lib/core/money";
import { type PlacesLeft, placesLeft } from "@/lib/events/rules/places-left";
import { database } from "@/lib/platform/db";
import { priceOn } from "../rules/price-lines";

/** A category as visitors see it. */
export type OpenCategory = {
  readonly id: string;
  readonly key: string;
  readonly name: Localised;
  readonly description: Localised | null;
  /** VAT included, today. */
  readonly price: Money;
  /** While an early price holds: the last day it does, and the price after it. */
  readonly early: { readonly until: Temporal.PlainDate; readonly later: Money } | null;
  /** The cheapest single day today, where days are sold one by one. */
  readonly dayFrom: Money | null;
  readonly places: PlacesLeft;
};

/** The categories of an event that visitors may pick by themselves, in the organiser's order, at the prices of today. */
export async function listOpenCategories(
  event: { readonly id: string; readonly timeZone: string; readonly availability: "EXACT" | "FEW" | "HIDDEN" },
  now: Temporal.Instant,
): Promise<readonly OpenCategory[]> {
  const rows = await database().category.findMany({
    where: { eventId: event.id, hidden: false },
    select: {
      id: true,
      key: true,
      name: true,
      description: true,
      priceOre: true,
      earlyPriceOre: true,
      earlyUntil: true,
      dayPrices: { select: { priceOre: true, earlyPriceOre: true } },
      currency: true,
      vatPerMille: true,
      quota: { select: { capacity: true, used: true } },
    },
    orderBy: [{ position: "asc" }, { key: "asc" }],
  });
  const today = localDate(now, event.timeZone).toString();
  return rows.map(({ id, key, quota, currency, vatPerMille, ...row }) => {
    const until = row.earlyUntil && fromDateColumn(row.earlyUntil);
    const gross = (ore: number) => withVat({ minor: ore, currency }, vatPerMille);
    const current = (one: { priceOre: number; earlyPriceOre: number | null }) =>
      priceOn({ ore: one.priceOre, earlyOre: one.earlyPriceOre }, { earlyUntil: until?.toString() ?? null }, today);
    const { ore, isEarly } = current(row);
    const days = row.dayPrices.map((day) => current(day).ore);
    return {
      id,
      key,
      name: localised(row.name),
      description: localisedOrNull(row.description),
      price: gross(ore),
      early: isEarly && until ? { until, later: gross(row.priceOre) } : null,
      dayFrom: days.length > 0 ? gross(Math.min(...days)) : null,
      places: placesLeft(quota, event.availability),
    };
  });
}
