import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatTime, formatWeekday } from "@/lib/i18n/format";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";

/** The chosen sessions with day, hours and room, in order of start. */
export function sessionLines(mine: MyRegistration, locale: Locale): { id: string; title: string; when: string }[] {
  const { timeZone } = mine.form;
  const chosen = mine.form.sessions.filter((session) => mine.sessionIds.includes(session.id));
  return chosen.map(({ id, title, room, startsAt, endsAt }) => {
    const start = Temporal.Instant.from(startsAt);
    const date = start.toZonedDateTimeISO(timeZone).toPlainDate();
    const hours = `${formatTime(start, timeZone, locale)}–${formatTime(Temporal.Instant.from(endsAt), timeZone, locale)}`;
    const when = [`${formatWeekday(date, locale)} ${formatDate(date, locale)}`, hours, room].filter(Boolean).join(", ");
    return { id, title: title[locale], when };
  });
}
