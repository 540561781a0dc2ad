import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatList, formatMoment } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { OpenChange } from "@/lib/registrations/commands/read-change-requests";
import { ToolForm } from "../../../_form/tool-form";
import frameStyles from "../../../_frame/frame.module.css";
import { answer } from "./actions";
import styles from "./change.module.css";

type Props = {
  readonly change: OpenChange;
  readonly slug: string;
  readonly timeZone: string;
  readonly locale: Locale;
};

/** One person's wish beside what is, with a yes and a no. */
export function ChangeToAnswer({ change, slug, timeZone, locale }: Props) {
  const t = translator(locale, "changeRequests");
  const working = translator(locale, "organiserPerson")("working");
  const listed = (items: readonly string[]) => (items.length > 0 ? formatList(items, locale) : t("nothing"));
  const fromTo = (before: string, after: string) =>
    before === after ? t("unchanged") : t("fromTo", { before, after });
  const days = (dates: readonly string[]) =>
    listed(dates.map((date) => formatDate(Temporal.PlainDate.from(date), locale)));
  const sessions = (titles: OpenChange["sessions"]["now"]) => listed(titles.map((title) => title[locale]).toSorted());
  const hidden = { event: slug, request: change.id, language: locale };
  const texts = (submit: string) => ({
    submit,
    working,
    errorTitle: translator(locale, "organiserPerson")("errorTitle", { title: t("title") }),
  });
  return (
    <section className={frameStyles["section"]} aria-labelledby={`change-${change.id}`}>
      <h2 id={`change-${change.id}`}>{change.name}</h2>
      <p>
        {t("askedAt", { moment: formatMoment(change.askedAt, timeZone, locale) })}{" "}
        <a href={localePath(locale, `/organise/${slug}/registrations/${change.reference}`)}>
          {t("person")} {change.reference}
        </a>
      </p>
      <dl className={styles["facts"]}>
        <dt>{t("days")}</dt>
        <dd>{fromTo(days(change.days.now), days(change.days.wanted))}</dd>
        <dt>{t("sessions")}</dt>
        <dd>{fromTo(sessions(change.sessions.now), sessions(change.sessions.wanted))}</dd>
        {change.changesDiet && (
          <>
            <dt>{t("diet")}</dt>
            <dd>
              {change.diet
                ? fromTo(change.diet.now ?? t("dietNone"), change.diet.wanted ?? t("dietNone"))
                : t("dietHidden")}
            </dd>
          </>
        )}
      </dl>
      <ToolForm
        action={answer}
        hidden={{ ...hidden, verdict: "grant" }}
        fields={[{ name: "text", label: t("text"), type: "long-text" }]}
        texts={texts(t("grant"))}
      />
      <ToolForm
        action={answer}
        hidden={{ ...hidden, verdict: "refuse" }}
        fields={[{ name: "text", label: t("textRefuse"), type: "long-text" }]}
        texts={texts(t("refuse"))}
      />
    </section>
  );
}
