/**
 * What was typed in the search box as LIKE patterns, one a word; every word has to be found somewhere in the row. `%`, `_`
 * and `\` mean themselves.
 */
export function searchPatterns(typed: string): readonly string[] {
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}
