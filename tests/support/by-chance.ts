import { randomInt } from "node:crypto";

/**
 * What a run that tries things by chance goes by: a new seed each time, printed so that a failure can be had again with
 * `SEED=…`, and how many tries, which `TRIES=…` raises for a long night.
 */
export function byChance(usualTries: number): { readonly seed: number; readonly tries: number } {
  const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));
  console.info(`seed ${seed}`);
  return { seed, tries: Number(process.env["TRIES"] ?? usualTries) };
}
