import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEditSessions } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatLongDate } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { canEditProgramme, editsOnlySessionsOf } from "@/lib/programme/policy";
import { getEditedProgramme } from "@/lib/programme/queries/edited-programme";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import toolStyles from "../../../_frame/tools.module.css";
import { conflictWords } from "./_schedule/conflict-words";
import { DaySchedule } from "./_schedule/day-schedule";
import { DoneNotice } from "./_schedule/done-notice";
import { MoreForms } from "./_schedule/more-forms";
import styles from "./_schedule/schedule.module.css";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(localeOf((await params).locale), "programmeEditor")("title"),
    robots: { index: false },
  };
}

/** The programme day by day, what does not go together in it, and the ways to change it. */
export default async function ProgrammePage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const path = `/organise/${slug}/programme`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEditSessions, path }, currentInstant());
  if (!canEditProgramme(scope) && editsOnlySessionsOf(scope) === null) notFound();
  const programme = await getEditedProgramme(scope);
  const { days, sessions, conflicts, title } = programme;
  const t = translator(locale, "programmeEditor");
  const words = conflictWords(programme, locale);
  const beside = sessions.filter(({ dayId }) => dayId === null);
  const parts = [
    ...days.map((day) => ({
      key: day.id,
      heading: [formatLongDate(day.date, locale), day.title?.[locale]].filter(Boolean).join(": "),
      held: sessions.filter(({ dayId }) => dayId === day.id),
    })),
    ...besideByDate(beside).map(([date, held]) => ({
      key: `beside-${date}`,
      heading: `${t("beside")}: ${formatLongDate(held[0].date, locale)}`,
      held,
    })),
  ];
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "programme" }}
    >
      <p className={toolStyles["tools"]}>
        <a href={localePath(locale, `${path}/new`)}>{t("new")}</a>
        {canEditProgramme(scope) && <a href={localePath(locale, `${path}/import`)}>{t("import")}</a>}
      </p>
      <DoneNotice programme={programme} query={await searchParams} slug={slug} locale={locale} />
      {sessions.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      ) : (
        <section
          className={styles["summary"]}
          data-some={conflicts.length > 0 || undefined}
          aria-labelledby="conflicts"
        >
          <h2 id="conflicts">
            {conflicts.length > 0 ? t("conflicts", { count: conflicts.length }) : t("noConflicts")}
          </h2>
          {conflicts.length > 0 && (
            <ul>
              {sessions
                .filter(({ id }) => conflicts.some((conflict) => conflict.sessions[0] === id))
                .map((session) => (
                  <li key={session.id}>
                    <a href={`#s-${session.id}`}>
                      {session.starts} {session.title[locale]}
                    </a>{" "}
                    {words.get(session.id)?.join(" ")}
                  </li>
                ))}
            </ul>
          )}
        </section>
      )}
      {parts.map(({ key, heading, held }) => (
        <section key={key} className={styles["day"]} aria-labelledby={`day-${key}`}>
          <header>
            <h2 id={`day-${key}`}>{heading}</h2>
            {days.some(({ id }) => id === key) && (
              <a href={localePath(locale, `${path}/new?day=${key}`)} aria-label={`${t("new")}, ${heading}`}>
                {t("new")}
              </a>
            )}
          </header>
          {held.length === 0 ? (
            <p>{t("noneThatDay")}</p>
          ) : (
            <DaySchedule programme={programme} sessions={held} conflicts={words} slug={slug} locale={locale} />
          )}
        </section>
      ))}
      {canEditProgramme(scope) && <MoreForms scope={scope} programme={programme} slug={slug} locale={locale} />}
    </OrganiserFrame>
  );
}

type Held = Awaited<ReturnType<typeof getEditedProgramme>>["sessions"][number];

function besideByDate(sessions: readonly Held[]): [string, [Held, ...Held[]]][] {
  const byDate = new Map<string, [Held, ...Held[]]>();
  for (const session of sessions) {
    const date = session.date.toString();
    const before = byDate.get(date);
    if (before) before.push(session);
    else byDate.set(date, [session]);
  }
  return [...byDate];
}
