/** The event's days by ISO date, and its sign-up sessions with the date of their day (null: adds no day). */
export type Choosable = {
  readonly days: readonly { readonly date: string }[];
  readonly sessions: readonly { readonly id: string; readonly date: string | null }[];
};

/**
 * The days a person comes. An event of one day implies it; when days are not asked for at all (the API leaves them out),
 * all days are meant. An empty list stays empty: it is an answer, and a wrong one.
 */
export function impliedDays(event: Choosable, days: readonly string[] | undefined): readonly string[] {
  if (days === undefined || event.days.length === 1) return event.days.map((day) => day.date);
  return [...new Set(days)];
}

/** The first chosen session whose day is not chosen, or null. An evening-before mingle belongs to no day and needs none. */
export function sessionWithoutItsDay(
  event: Choosable,
  days: readonly string[],
  sessionIds: readonly string[],
): string | null {
  const missing = event.sessions.find(
    (session) => sessionIds.includes(session.id) && session.date !== null && !days.includes(session.date),
  );
  return missing?.id ?? null;
}

/** The chosen sessions that remain when only `days` are kept: cancelling a day releases that day's sessions. */
export function sessionsOnDays(
  event: Choosable,
  days: readonly string[],
  sessionIds: readonly string[],
): readonly string[] {
  return event.sessions
    .filter((s) => sessionIds.includes(s.id) && (s.date === null || days.includes(s.date)))
    .map((s) => s.id);
}
