/** A line of what a place costs: öre, VAT excluded, and VAT in per mille. */
export type CostLine = { readonly netOre: number; readonly vatPerMille: number; readonly currency: string };

/**
 * What takes a place's price back when it is cancelled for nothing: one negative line for each currency and rate of VAT. A
 * place cancelled after the last free day keeps its price, so nothing is taken back.
 */
export function creditLines(lines: readonly CostLine[], isFree: boolean): readonly CostLine[] {
  if (!isFree) return [];
  return netByRate(lines).flatMap((line) => (line.netOre === 0 ? [] : [{ ...line, netOre: -line.netOre }]));
}

function netByRate(lines: readonly CostLine[]): readonly CostLine[] {
  const sums = new Map<string, CostLine>();
  for (const line of lines) {
    const key = `${line.currency} ${line.vatPerMille}`;
    sums.set(key, { ...line, netOre: (sums.get(key)?.netOre ?? 0) + line.netOre });
  }
  return [...sums.values()].map(({ netOre, vatPerMille, currency }) => ({ netOre, vatPerMille, currency }));
}
