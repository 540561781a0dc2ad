import type { QuotaRow } from "./capacity";

/** Somebody with a place at the event who waits for one in a full session, in the order of that line. */
export type InSessionLine = { readonly id: string; readonly sessionId: string };

/**
 * Who in the sessions' lines can be offered a place, first in first out within a session, on what is left when the event's
 * own line has been served: whoever has no place at the event at all goes first. `quotas` are the rows as they are then.
 */
export function nextInSessionLines(line: readonly InSessionLine[], quotas: readonly QuotaRow[]): readonly string[] {
  const free = new Map(
    quotas.flatMap(({ sessionId, capacity, used }) =>
      sessionId && capacity !== null ? [[sessionId, capacity - used] as const] : [],
    ),
  );
  return line.flatMap(({ id, sessionId }) => {
    const left = free.get(sessionId) ?? Number.POSITIVE_INFINITY;
    free.set(sessionId, left - 1);
    return left > 0 ? [id] : [];
  });
}
