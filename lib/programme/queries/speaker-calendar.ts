import type { Temporal } from "temporal-polyfill";
import { buildCalendar, type CalendarEntry, calendarUid } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { SpeakerSession } from "./speaker-sessions";

/** All of a speaker's sessions as one calendar file. Holds no personal link: calendars are shared. */
export function speakerCalendar(
  sessions: readonly SpeakerSession[],
  locale: Locale,
  appUrl: string,
  now: Temporal.Instant,
): string {
  const entries = sessions.map((session) => speakerEntry(session, locale, appUrl, now));
  return buildCalendar({ method: "PUBLISH", entries, name: translator(locale, "speak")("title") });
}

/** What an entry says of a session. */
export type SessionInCalendar = Pick<
  SpeakerSession,
  "id" | "title" | "abstract" | "startsAt" | "endsAt" | "isCancelled" | "room" | "event"
> & { readonly coSpeakers: readonly { readonly name: string }[] };

/** One session of a speaker as an entry in their calendar. */
export function speakerEntry(
  session: SessionInCalendar,
  locale: Locale,
  appUrl: string,
  now: Temporal.Instant,
): CalendarEntry {
  const t = translator(locale, "speak");
  const { event, isCancelled } = session;
  const people = session.coSpeakers.map((other) => other.name).join(", ");
  const page = appUrl + localePath(locale, `/events/${event.slug}`);
  const lines = [
    event.title[locale],
    session.abstract?.[locale],
    people && `${t("with")}: ${people}`,
    `${t("contact")}: ${event.contact.name}, ${event.contact.email}`,
    page,
  ];
  const place = [session.room, event.venue?.name, event.venue?.street, event.venue?.city];
  return {
    uid: calendarUid(`speaker-session-${session.id}`, appUrl),
    // A cancellation is a change, too, and no counter of its own records it.
    sequence: event.calendarSequence + (isCancelled ? 1 : 0),
    stamp: now,
    start: session.startsAt,
    end: session.endsAt,
    timeZone: event.timeZone,
    summary: session.title[locale],
    description: lines.filter(Boolean).join("\n"),
    location: place.filter(Boolean).join(", "),
    url: page,
    organizer: { name: event.contact.name, email: event.contact.email },
    status: isCancelled ? "CANCELLED" : "CONFIRMED",
  };
}
