import { Temporal } from "temporal-polyfill";
import { type CalendarEntry, calendarUid } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/localised";
import type { RegistrationForm } from "../registration-form";

/**
 * Entries of their own for the chosen sessions that add no day, such as an evening before: the registration's one entry
 * spans the chosen days and does not reach them. Everything else is taken over from that entry.
 */
export function besideEntries(
  mine: { readonly sessionIds: readonly string[]; readonly form: Pick<RegistrationForm, "sessions"> },
  entry: CalendarEntry,
  registrationId: string,
  site: { readonly appUrl: string; readonly locale: Locale },
): CalendarEntry[] {
  const beside = mine.form.sessions.filter((session) => session.date === null && mine.sessionIds.includes(session.id));
  return beside.map((session) => ({
    ...entry,
    uid: calendarUid(`${registrationId}-${session.id}`, site.appUrl),
    start: Temporal.Instant.from(session.startsAt),
    end: Temporal.Instant.from(session.endsAt),
    summary: `${session.title[site.locale]}: ${entry.summary}`,
    location: [session.room, entry.location].filter(Boolean).join(", "),
  }));
}
