import type { Localised } from "@/lib/core/localised";
import type { CategoryPrices, Price, PricedChoice, PriceLine, PriceList } from "../price-list";

/**
 * The lines of what somebody chose, on a local day (ISO, where the event is). The early price holds through and including
 * `earlyUntil`. A category's price is for all days; who comes on some of them pays for those days, but never more than for
 * all, and pays for all where one of the days is not sold on its own. What is free has no line.
 */
export function priceLines(list: PriceList, choice: PricedChoice, on: string): readonly PriceLine[] {
  const category = list.categories.find(({ key }) => key === choice.category);
  if (!category) return [];
  const { currency } = category;
  const line = (
    kind: PriceLine["kind"],
    text: Localised,
    netOre: number,
    vatPerMille = category.vatPerMille,
  ): PriceLine[] => (netOre > 0 ? [{ kind, text, netOre, vatPerMille, currency }] : []);
  const dates = list.dates.filter((date) => choice.dates.includes(date));
  const whole = priceOn(category, category, on);
  const days = dates.length < list.dates.length ? soldDays(category, dates) : null;
  const daysOre = days?.reduce((sum, day) => sum + priceOn(day, category, on).ore, 0);
  const place =
    days && daysOre !== undefined && daysOre < whole.ore
      ? days.flatMap((day) => {
          const { ore, isEarly } = priceOn(day, category, on);
          return line("DAY", named(joined(category.name, day.text), isEarly), ore);
        })
      : line("CATEGORY", named(category.name, whole.isEarly), whole.ore);
  const sessions = list.sessions
    .filter(({ id }) => choice.sessionIds.includes(id))
    .flatMap(({ title, ore, vatPerMille }) => line("SESSION", title, ore, vatPerMille));
  return [...place, ...sessions];
}

/** What a price is on a day, and whether that is the early one. */
export function priceOn(
  { ore, earlyOre }: Price,
  { earlyUntil }: Pick<CategoryPrices, "earlyUntil">,
  on: string,
): { readonly ore: number; readonly isEarly: boolean } {
  // ISO dates sort as the days they are.
  const isEarly = earlyOre !== null && earlyUntil !== null && on <= earlyUntil;
  return { ore: isEarly ? earlyOre : ore, isEarly };
}

function soldDays(category: CategoryPrices, dates: readonly string[]) {
  const days = category.days.filter(({ date }) => dates.includes(date));
  return days.length === dates.length ? days : null;
}

function joined(name: Localised, day: Localised): Localised {
  return { sv: `${name.sv}, ${day.sv}`, en: `${name.en}, ${day.en}` };
}

function named(text: Localised, isEarly: boolean): Localised {
  return isEarly ? { sv: `${text.sv} (tidigt pris)`, en: `${text.en} (early price)` } : text;
}
