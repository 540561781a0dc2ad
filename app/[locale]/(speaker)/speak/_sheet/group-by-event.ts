import type { SpeakerSession } from "@/lib/programme/queries/speaker-sessions";

export type EventSessions = { readonly event: SpeakerSession["event"]; readonly sessions: readonly SpeakerSession[] };

/** Sessions of the same event under one heading, in the order they came in. */
export function groupByEvent(sessions: readonly SpeakerSession[]): readonly EventSessions[] {
  const groups = new Map<string, { event: SpeakerSession["event"]; sessions: SpeakerSession[] }>();
  for (const session of sessions) {
    const group = groups.get(session.event.slug);
    if (group) group.sessions.push(session);
    else groups.set(session.event.slug, { event: session.event, sessions: [session] });
  }
  return [...groups.values()];
}
