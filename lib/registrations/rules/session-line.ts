import type { QuotaRow } from "./capacity";
import { type InLine, nextInLine } from "./line";

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

/**
 * The quotas as the sessions' lines find them: places that somebody in the event's own line could have now are theirs, also
 * while the organiser has yet to offer them. Otherwise a session's place would go to somebody behind, and leave a place at the
 * event that was kept along with it to nobody.
 */
export function beyondEventLine(quotas: readonly QuotaRow[], line: readonly InLine[]): readonly QuotaRow[] {
  const next = new Set(nextInLine(line, quotas));
  const theirs = line.filter(({ id }) => next.has(id)).flatMap(({ sessionIds }) => sessionIds);
  return quotas.map((quota) => ({ ...quota, used: quota.used + theirs.filter((id) => id === quota.sessionId).length }));
}
