import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getSpeaker } from "@/lib/programme/queries/speaker";
import { listSpeakerSessions } from "@/lib/programme/queries/speaker-sessions";
import { EventSheet } from "./_sheet/event-sheet";
import { groupByEvent } from "./_sheet/group-by-event";
import { findMyScope } from "./_sheet/my-scope";
import type { DoneWithSlides } from "./_sheet/session-row";
import styles from "./_sheet/sheet.module.css";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "speak");
  return { title: t("title"), robots: { index: false } };
}

/** A speaker's own programme sheet: what comes first, what has been after it. */
export default async function SpeakPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const now = currentInstant();
  const scope = await findMyScope(now);
  // A bad link must not show the sheet of whoever used this browser before.
  const query = await searchParams;
  if (!scope || query["link"] === "invalid") notFound();
  const done = doneWith(query);
  const [speaker, sessions] = await Promise.all([getSpeaker(scope), listSpeakerSessions(scope)]);
  const t = translator(locale, "speak");
  const isAhead = (session: (typeof sessions)[number]) => session.endsAt.epochMilliseconds > now.epochMilliseconds;
  const parts = [
    { id: "upcoming", heading: t("upcoming"), events: groupByEvent(sessions.filter(isAhead)), none: t("noneUpcoming") },
    {
      id: "past",
      heading: t("past"),
      events: groupByEvent(sessions.filter((session) => !isAhead(session))),
      none: null,
    },
  ];
  return (
    <main id="main" className={styles["sheet"]}>
      <header className={styles["head"]}>
        <h1>{t("title")}</h1>
        <p>{t("greeting", { name: speaker.name })}</p>
        <p className={styles["quiet"]}>{t("linkIsPersonal")}</p>
      </header>
      {sessions.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          {parts.map(({ id, heading, events, none }) =>
            events.length === 0 && !none ? null : (
              <section key={id} aria-labelledby={id}>
                <h2 id={id}>{heading}</h2>
                {events.length === 0 && <p>{none}</p>}
                {events.map(({ event, sessions }) => (
                  <EventSheet key={event.slug} event={event} sessions={sessions} locale={locale} done={done} />
                ))}
              </section>
            ),
          )}
          <p className={styles["download"]}>
            <a href={localePath(locale, "/speak/sessions.ics")} download={`${t("fileName")}.ics`}>
              {t("download")}
            </a>
            <span className={styles["quiet"]}>{t("downloadHelp")}</span>
          </p>
        </>
      )}
    </main>
  );
}

function doneWith({ done, session }: Readonly<Record<string, string | string[] | undefined>>): DoneWithSlides | null {
  return (done === "sent" || done === "removed") && typeof session === "string" ? { what: done, session } : null;
}
