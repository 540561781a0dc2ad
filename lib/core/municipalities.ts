import { ALIASES, MUNICIPALITIES, REGIONS } from "@/lib/core/municipality-register";

const EXACT = new Map<string, string>([
  ...REGIONS.map(({ code, name }) => [simplified(name), code] as const),
  ...MUNICIPALITIES.map(({ code, name }) => [simplified(name), code] as const),
  ...Object.entries(ALIASES),
]);
const NAMES = new Map([...REGIONS, ...MUNICIPALITIES].map(({ code, name }) => [code, name]));

/** The register's name for a code: "Trelleborg" for 1287, "Region Skåne" for 12. Null for a code it does not know. */
export function municipalityName(code: string): string | null {
  return NAMES.get(code) ?? null;
}

/**
 * The SCB code of the municipality (four digits) or region (two) that somebody means by what they typed: "Trelleborg",
 * "Trellborgs kommun", "Göteborgs stad", "Region Skåne", also with a department before or after a comma. Null when the
 * text names none, or could mean several.
 */
export function matchMunicipality(text: string): string | null {
  const known = knownMunicipality(text);
  if (known) return known;
  for (const part of text.split(",")) {
    const code = nearest(withoutKind(simplified(part)));
    if (code) return code;
  }
  return null;
}

/** The code of the municipality or region that is written as the register, or an alias, has it: nothing is guessed. */
export function knownMunicipality(text: string): string | null {
  for (const part of [text, ...text.split(",")]) {
    const wanted = withoutKind(simplified(part));
    const code = EXACT.get(wanted) ?? EXACT.get(wanted.replace(/s$/, ""));
    if (code) return code;
  }
  return null;
}

/** Lower case, hyphens as spaces, single spaces. å, ä and ö stay: Habo and Håbo are two municipalities. */
function simplified(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, " ")
    .replace(/[.;:()]/g, "")
    .trim();
}

function withoutKind(text: string): string {
  return text.replace(/^kommunen i /, "").replace(/ (?:kommun|stad)(?:en)?s?$/, "");
}

/** The only name within the misspelling a text of its length may have: 1 letter from five letters, 2 from eight. */
function nearest(wanted: string): string | null {
  const reach = wanted.length >= 8 ? 2 : wanted.length >= 5 ? 1 : 0;
  let best = reach + 1;
  let codes = new Set<string>();
  for (const [name, code] of EXACT) {
    // A misspelt first letter is rare, and demanding it keeps other organisations' names apart from places.
    if (name[0] !== wanted[0]) continue;
    const distance = Math.min(editDistance(wanted, name), editDistance(wanted.replace(/s$/, ""), name));
    if (distance < best) {
      best = distance;
      codes = new Set();
    }
    if (distance === best) codes.add(code);
  }
  const [only] = codes;
  return best <= reach && codes.size === 1 && only !== undefined ? only : null;
}

/** Levenshtein: the fewest letters added, removed or exchanged. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
