import { Temporal } from "temporal-polyfill";
import { buildCalendar } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import type { EventInMail } from "@/lib/events/queries/event-in-mail";
import { type SessionInCalendar, speakerEntry } from "../queries/speaker-calendar";
import type { ToldSession } from "../rules/told-sessions";

/**
 * A speaker's sessions as a mail carries them. One alone asks for its place in the calendar, or takes it back; several can only
 * be published together, since what is asked may be about no more than one (RFC 5546, 3.2). Undefined for none.
 */
export function calendarForSpeaker(
  sessions: readonly SessionInCalendar[],
  speaker: { readonly name: string; readonly email: string },
  { locale, appUrl }: { readonly locale: Locale; readonly appUrl: string },
  now: Temporal.Instant,
) {
  const entries = sessions.map((session) => speakerEntry(session, locale, appUrl, now));
  const [only] = entries;
  if (!only) return undefined;
  if (entries.length > 1) return { method: "PUBLISH" as const, content: buildCalendar({ method: "PUBLISH", entries }) };
  const method = only.status === "CANCELLED" ? ("CANCEL" as const) : ("REQUEST" as const);
  const attendee = { name: plainName(speaker.name), email: speaker.email };
  return { method, content: buildCalendar({ method, entries: [{ ...only, attendee }] }) };
}

/** A session that is no longer a speaker's, as their calendar is to forget it. */
export function goneSession(id: string, was: ToldSession, event: EventInMail): SessionInCalendar {
  return {
    ...{ id, title: was.title, abstract: null, room: was.room, isCancelled: true, coSpeakers: [] },
    startsAt: Temporal.Instant.from(was.startsAt),
    endsAt: Temporal.Instant.from(was.endsAt),
    event,
  };
}
