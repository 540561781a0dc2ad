import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatTime, formatWeekday } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { SpeakerSession } from "@/lib/programme/queries/speaker-sessions";
import styles from "./sheet.module.css";
import { SlidesSection } from "./slides-section";

type Props = {
  readonly session: SpeakerSession;
  readonly locale: Locale;
  /** What was just done with the slides of a session. */
  readonly done: DoneWithSlides | null;
};

/** What was just done with the slides of which session. */
export type DoneWithSlides = { readonly what: "sent" | "removed"; readonly session: string };

/** A session on its start time: where, with whom, and for how many. */
export function SessionRow({ session, locale, done }: Props) {
  const t = translator(locale, "speak");
  const zone = session.event.timeZone;
  const date = localDate(session.startsAt, zone);
  const time = { from: formatTime(session.startsAt, zone, locale), to: formatTime(session.endsAt, zone, locale) };
  const { headcount, capacity } = session;
  const people = headcount
    ? t(headcount.of === "session" ? "signedUp" : "attending", { people: headcount.people })
    : t("notCounted");
  return (
    <li className={styles["session"]}>
      <p className={styles["time"]}>
        <time dateTime={session.startsAt.toString()}>
          <span className={styles["day"]}>
            {formatWeekday(date, locale)} {formatDate(date, locale)}
          </span>{" "}
          {t("timeRange", time)}
        </time>
      </p>
      <div>
        <p className={styles["label"]}>
          {t(`kinds.${session.kind}`)}
          {session.isCancelled && <strong className={styles["cancelled"]}> {t("cancelled")}</strong>}
        </p>
        <h4>{session.isCancelled ? <s>{session.title[locale]}</s> : session.title[locale]}</h4>
        {session.isCancelled && <p>{t("cancelledHelp")}</p>}
        {session.abstract && <p>{session.abstract[locale]}</p>}
        <dl className={styles["facts"]}>
          <dt>{t("where")}</dt>
          <dd>{session.room ?? t("roomNotSet")}</dd>
          <dt>{t("yourPart")}</dt>
          <dd>{t(`parts.${session.part}`)}</dd>
          <dt>{t("with")}</dt>
          <dd>
            {session.coSpeakers.length === 0
              ? t("alone")
              : session.coSpeakers.map((other) => (
                  <span key={other.id} className={styles["person"]}>
                    {personLine(other, t(`parts.${other.part}`), locale)}
                  </span>
                ))}
          </dd>
          {!session.isCancelled && (
            <>
              <dt>{t("expected")}</dt>
              <dd>
                {people}
                {capacity !== null && `, ${t("places", { capacity })}`}
              </dd>
            </>
          )}
        </dl>
        {!session.isCancelled && (
          <SlidesSection session={session} locale={locale} done={done?.session === session.id ? done.what : null} />
        )}
      </div>
    </li>
  );
}

/** "Leila Nordgren, chefredaktör, Tidningen (Moderator)"; the part is said once when it is the role. */
function personLine(person: SpeakerSession["coSpeakers"][number], part: string, locale: Locale): string {
  const role = person.role?.[locale];
  const line = [person.name, role, person.affiliation].filter(Boolean).join(", ");
  return role === part ? line : `${line} (${part})`;
}
