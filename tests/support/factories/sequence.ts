let last = 0;

/** The next number of this process: what keeps slugs, addresses and references of made-up rows apart. */
export function nextNumber(): number {
  last += 1;
  return last;
}
