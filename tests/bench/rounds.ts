import { type Spread, spread } from "./statistics";

export type Side = () => Promise<number>;

export type Comparison = {
  readonly ratio: Spread;
  readonly measured: Spread;
  readonly baseline: Spread;
};

/**
 * Measures two sides alternately, the order changing from round to round, and divides within each round: what drifts
 * on a shared machine drifts for both. Two rounds of each go before and are not counted.
 */
export async function compare(measured: Side, baseline: Side, rounds: number): Promise<Comparison> {
  for (let warming = 0; warming < 2; warming += 1) {
    await baseline();
    await measured();
  }
  const figures: { measured: number; baseline: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const before = await baseline();
      figures.push({ baseline: before, measured: await measured() });
    } else {
      const before = await measured();
      figures.push({ measured: before, baseline: await baseline() });
    }
  }
  return {
    ratio: spread(figures.map((round) => round.measured / round.baseline)),
    measured: spread(figures.map((round) => round.measured)),
    baseline: spread(figures.map((round) => round.baseline)),
  };
}
