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

/** How many mails a proof of delivery sends: `MAIL_ROWS=20000` for the whole one. */
export function mailRows(usual: number): number {
  return Number(process.env["MAIL_ROWS"] ?? usual);
}

/** Numbers from 0 up to 1 that a seed decides. */
export function chanceFrom(seed: number): () => number {
  let next = seed;
  return () => {
    next = (Math.imul(next, 1_103_515_245) + 12_345) & 0x7fffffff;
    return next / 0x80000000;
  };
}
