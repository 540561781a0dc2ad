/** Where each known column is in a list; a column that the list does not have is left out. */
export type Columns<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/**
 * The columns of a list by its first row, or null if that is no row of headings. `headings` gives the names a column goes by,
 * in lower case; capitals, marks, spaces and hyphens do not count ("E-postadress:" is "epostadress"). Of two columns by the
 * same name the first counts.
 */
export function columnsOf<Name extends string>(
  row: readonly string[],
  headings: Readonly<Record<Name, readonly string[]>>,
): Columns<Name> | null {
  const named = row.map(plain);
  const found: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(headings) as Name[]) {
    const names = headings[name].map(plain);
    const at = named.findIndex((heading) => names.includes(heading));
    if (at !== -1) found[name] = at;
  }
  return Object.keys(found).length > 0 ? found : null;
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
