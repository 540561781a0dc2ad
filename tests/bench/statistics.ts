export type Spread = { readonly median: number; readonly lowest: number; readonly highest: number };

/** Median and range of at least one figure. */
export function spread(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (lowest === undefined || highest === undefined) throw new Error("no figures");
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? highest;
  const lower = sorted[Math.ceil(middle) - 1] ?? lowest;
  return { median: (lower + upper) / 2, lowest, highest };
}

/** The figure that `share` of all (0 to 1) do not exceed. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const figure = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (figure === undefined) throw new Error("no figures");
  return figure;
}
