import type { PriceLine } from "../price-list";

/** The same line for several people stands once, with how many. */
export function combinedLines(lines: readonly PriceLine[]): readonly PriceLine[] {
  const by = new Map<string, { readonly line: PriceLine; readonly count: number }>();
  for (const line of lines) {
    const key = JSON.stringify(line);
    by.set(key, { line, count: (by.get(key)?.count ?? 0) + 1 });
  }
  return [...by.values()].map(({ line, count }) =>
    count === 1
      ? line
      : {
          ...line,
          netOre: line.netOre * count,
          text: { sv: `${count} × ${line.text.sv}`, en: `${count} × ${line.text.en}` },
        },
  );
}
