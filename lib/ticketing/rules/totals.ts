import type { PriceLine } from "../price-list";

/** What is taxed at one rate, and the tax. Öre. */
export type RateTotal = { readonly vatPerMille: number; readonly netOre: number; readonly vatOre: number };

/** What lines come to. Öre. */
export type Totals = {
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly currency: string;
  /** By rate, the highest first. */
  readonly rates: readonly RateTotal[];
};

/**
 * Sums per VAT rate, the tax of each rounded once to whole öre, half away from zero: as Peppol BIS Billing 3.0 asks of an
 * invoice (BR-CO-17). Lines are of one currency.
 */
export function totals(lines: readonly Pick<PriceLine, "netOre" | "vatPerMille" | "currency">[]): Totals {
  const rates = [...new Set(lines.map(({ vatPerMille }) => vatPerMille))].toSorted((a, b) => b - a);
  const byRate = rates.map((vatPerMille): RateTotal => {
    const netOre = add(lines.filter((line) => line.vatPerMille === vatPerMille).map((line) => line.netOre));
    return { vatPerMille, netOre, vatOre: halfAwayFromZero((netOre * vatPerMille) / 1000) };
  });
  const netOre = add(byRate.map((rate) => rate.netOre));
  const vatOre = add(byRate.map((rate) => rate.vatOre));
  return { netOre, vatOre, grossOre: netOre + vatOre, currency: lines[0]?.currency ?? "SEK", rates: byRate };
}

function add(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function halfAwayFromZero(amount: number): number {
  // Never minus zero, which is not equal to zero where results are compared.
  return amount < 0 ? 0 - Math.round(-amount) : Math.round(amount);
}
