import { NO_LONGER_THAN } from "./question-limits";

/** What a condition may name beside questions, what JavaScript finds in any object, and the editor's own pages. */
const RESERVED = ["category", "constructor", "new", "preview"];
const LONGEST = 40;

/**
 * A name for machines, made from a label and not among those taken: "Hur reser du?" becomes "hur_reser_du". It never changes,
 * whatever becomes of the label: answers, links and the API go by it.
 */
export function keyFrom(label: string, taken: readonly string[], otherwise: string): string {
  const plain = label
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, LONGEST)
    .replaceAll(/^[^a-z]+|_+$/g, "");
  const key = plain === "" ? otherwise : plain;
  const used = new Set([...taken, ...RESERVED]);
  if (!used.has(key)) return key;
  let number = 2;
  while (used.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`.slice(0, NO_LONGER_THAN.value);
}
