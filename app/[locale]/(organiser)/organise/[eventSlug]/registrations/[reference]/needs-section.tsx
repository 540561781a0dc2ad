import { Fragment } from "react";
import type { Locale } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Needs } from "@/lib/reports/commands/read-needs";
import type { EventFacets } from "@/lib/reports/queries/event-facets";
import { needsAnswers } from "@/lib/reports/queries/needs-answers";
import toolStyles from "../../../../_frame/tools.module.css";
import person from "./person.module.css";

type Props = {
  readonly locale: Locale;
  /** Null while closed: nothing has been read. */
  readonly opened: { readonly needs: Needs | null } | null;
  readonly questions: EventFacets["questions"];
  readonly path: string;
};

/** Diet and access needs behind a step of their own, since opening them is written down. */
export function NeedsSection({ locale, questions, opened, path }: Props) {
  const t = translator(locale, "organiser");
  return (
    <section className={person["sensitive"]} aria-labelledby="needs">
      <h2 id="needs">{t("person.needs")}</h2>
      {opened ? (
        <Opened needs={opened.needs} questions={questions} locale={locale} path={path} />
      ) : (
        <form method="get" action={path}>
          <p>{t("person.needsHelp")}</p>
          <button type="submit" name="needs" value="open" className={toolStyles["button"]}>
            {t("person.needsOpen")}
          </button>
        </form>
      )}
    </section>
  );
}

function Opened({
  needs,
  questions,
  locale,
  path,
}: Pick<Props, "questions" | "locale" | "path"> & { readonly needs: Needs | null }) {
  const t = translator(locale, "organiser");
  if (!needs) return <p role="status">{`${t("person.needsNone")} ${t("person.needsOpened")}`}</p>;
  return (
    <>
      <dl className={person["facts"]}>
        <dt>{t("column.diet")}</dt>
        <dd>{needs.diet ?? t("person.empty")}</dd>
        <dt>{t("column.access")}</dt>
        <dd>{needs.access ?? t("person.empty")}</dd>
        {needsAnswers(needs, questions, locale).map(({ key, label, text, fileId }) => (
          <Fragment key={key}>
            <dt>{label}</dt>
            <dd>{fileId ? <a href={`${path}/files/${fileId}`}>{text}</a> : text || t("person.empty")}</dd>
          </Fragment>
        ))}
      </dl>
      <p role="status">
        {t("person.needsOpened")} {t("person.needsDeleted", { date: formatDate(needs.deletedOn, locale, "with-year") })}
      </p>
    </>
  );
}
