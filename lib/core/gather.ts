/**
 * Does together what is asked for at the same time: `work` gets all that came while it was last at work, or in the same turn
 * of the event loop, and answers in the same order. Whoever comes alone is served at once. When `work` fails, it has failed
 * for all of that group.
 */
export function gathered<K, V>(work: (asked: readonly K[]) => Promise<readonly V[]>): (asked: K) => Promise<V> {
  let next: { readonly asked: K[]; readonly answers: Promise<readonly V[]> } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function open() {
    const asked: K[] = [];
    const before = last;
    const answers = (async () => {
      await before;
      await new Promise<void>((resolve) => setImmediate(resolve));
      next = null;
      return work(asked);
    })();
    last = answers.catch(() => undefined);
    return { asked, answers };
  }

  return async (one) => {
    next ??= open();
    const position = next.asked.push(one) - 1;
    const answer = (await next.answers)[position];
    if (answer === undefined) throw new Error("an answer is missing");
    return answer;
  };
}
