/**
 * Shares one slow read between callers who ask for the same at the same time. A call during a read waits for the next one to
 * start, so that everybody is answered from a read that began after they asked: nothing is ever stale, and under load one
 * read serves all who came during the one before it.
 */
export function coalesced<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, { readonly now: Promise<T>; next: Promise<T> | null }>();

  function start(key: string): Promise<T> {
    const now = read(key);
    const entry: { readonly now: Promise<T>; next: Promise<T> | null } = { now, next: null };
    running.set(key, entry);
    const done = () => {
      if (running.get(key) === entry) running.delete(key);
    };
    now.then(done, done);
    return now;
  }

  return (key) => {
    const entry = running.get(key);
    if (!entry) return start(key);
    entry.next ??= entry.now.then(
      () => start(key),
      () => start(key),
    );
    return entry.next;
  };
}
