import type { Locale } from "@/lib/core/localised";
import { formatMoment, inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { EventLog, LogSubject } from "@/lib/reports/queries/event-log";
import tableStyles from "../../../_frame/table.module.css";

type Props = { readonly log: EventLog; readonly slug: string; readonly locale: Locale };

/** One thing done or read a row: when, by whom, what, about whom. */
export function LogTable({ log: { title, timeZone, entries }, slug, locale }: Props) {
  const t = translator(locale, "eventLog");
  const done = translator(locale, "eventLogActions");
  return (
    <div className={tableStyles["scroll"]}>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
        <caption>{t("caption", { title: inLocale(title, locale) })}</caption>
        <thead>
          <tr>
            {(["when", "what", "by", "subject", "detail"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, action, actor, by, subject, detail }) => (
            <tr key={String(id)}>
              <td data-label={t("when")}>{formatMoment(at, timeZone, locale)}</td>
              <th scope="row">{done(action)}</th>
              <td data-label={t("by")}>{by ?? t(`actor.${actor}`)}</td>
              <td data-label={t("subject")}>{subject && <SubjectLink {...{ subject, slug, locale }} />}</td>
              <td data-label={t("detail")}>{detail.map(({ name, value }) => `${name}: ${value}`).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SubjectLink({ subject, slug, locale }: { readonly subject: LogSubject } & Omit<Props, "log">) {
  const path = subject.kind === "registration" ? `registrations/${subject.reference}` : `invitations/${subject.id}`;
  return <a href={localePath(locale, `/organise/${slug}/${path}`)}>{subject.name}</a>;
}
