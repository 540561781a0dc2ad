type Element = { readonly type: string; tagName?: string };

/**
 * A rehype plugin: moves the headings of a text under one of level `level`, and lets none go deeper than one step below the
 * one before, whichever levels its writer chose. A reader who goes from heading to heading misses no step.
 */
export function headingsBelow(level: number) {
  return (tree: { readonly children: Element[] }): void => {
    const open: number[] = [];
    for (const element of tree.children) {
      const [, digit] = /^h([1-6])$/.exec(element.tagName ?? "") ?? [];
      if (!digit) continue;
      const written = Number(digit);
      while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop();
      open.push(written);
      element.tagName = `h${Math.min(level + open.length, 6)}`;
    }
  };
}
