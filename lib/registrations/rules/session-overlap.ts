/** When a session is, as ISO instants ("2018-11-28T09:00:00Z"). */
export type TimedSession = { readonly id: string; readonly startsAt: string; readonly endsAt: string };

/** The first two of the sessions that are on at the same time, in order of start, or null. One may begin as another ends. */
export function findOverlap<S extends TimedSession>(sessions: readonly S[]): readonly [S, S] | null {
  const byStart = sessions.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  let latest: S | undefined;
  for (const session of byStart) {
    if (latest && Date.parse(session.startsAt) < Date.parse(latest.endsAt)) return [latest, session];
    if (!latest || Date.parse(session.endsAt) > Date.parse(latest.endsAt)) latest = session;
  }
  return null;
}
