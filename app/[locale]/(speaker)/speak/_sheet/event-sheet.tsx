import type { Locale } from "@/lib/core/localised";
import { formatDateRange } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { EventSessions } from "./group-by-event";
import { type DoneWithSlides, SessionRow } from "./session-row";
import styles from "./sheet.module.css";

/** One event with the speaker's sessions at it, and whom to ask. */
export function EventSheet({
  event,
  sessions,
  locale,
  done,
}: EventSessions & { readonly locale: Locale; readonly done: DoneWithSlides | null }) {
  const t = translator(locale, "speak");
  const { venue, contact } = event;
  return (
    <article className={styles["event"]}>
      <header>
        <p className={styles["label"]}>{formatDateRange(event.startsOn, event.endsOn, locale)}</p>
        <h3>
          <a href={localePath(locale, `/events/${event.slug}`)}>{event.title[locale]}</a>
        </h3>
        <p>{venue ? [venue.name, venue.street, venue.city].filter(Boolean).join(", ") : t("venueNotSet")}</p>
      </header>
      <ol className={styles["sessions"]}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} locale={locale} done={done} />
        ))}
      </ol>
      <p className={styles["contact"]}>
        <span className={styles["label"]}>{t("contact")}</span> {contact.name},{" "}
        <a href={`mailto:${contact.email}`}>{contact.email}</a>
        {contact.phone && (
          <>
            , <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, "")}`}>{contact.phone}</a>
          </>
        )}
      </p>
    </article>
  );
}
