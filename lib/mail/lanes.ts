/** A line before so many lanes: `enter` resolves when one is free, in the order of asking, with the way out of it. */
export function openLanes(count: number): { readonly enter: () => Promise<() => void> } {
  let free = count;
  const line: (() => void)[] = [];
  const leave = () => {
    const first = line.shift();
    if (first) first();
    else free += 1;
  };
  return {
    async enter() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => line.push(resolve));
      return leave;
    },
  };
}
