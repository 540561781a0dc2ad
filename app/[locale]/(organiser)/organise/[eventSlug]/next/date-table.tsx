import type { Locale } from "@/lib/core/localised";
import type { ReviewedDate } from "@/lib/events/queries/edition-review";
import { formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "../../../_frame/frame.module.css";
import tableStyles from "../../../_frame/table.module.css";
import styles from "./next.module.css";

type Props = {
  readonly dates: readonly ReviewedDate[];
  readonly locale: Locale;
};

/** Every date of the edition beside the one before it, with what is worth a thought: a holiday, a weekend, a day gone by. */
export function DateTable({ dates, locale }: Props) {
  const t = translator(locale, "nextEdition");
  return (
    <section className={frameStyles["section"]} aria-labelledby="dates">
      <h2 id="dates">{t("dates")}</h2>
      <table className={`${tableStyles["table"]} ${styles["dates"]}`} aria-labelledby="dates">
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
            <th scope="col">{t("note")}</th>
          </tr>
        </thead>
        <tbody>
          {dates.map(({ key, kind, name, before, after, caution }) => (
            <tr key={key}>
              <th scope="row">{t(`date.${kind}`, { name: name ? inLocale(name, locale) : "" })}</th>
              <td>{before ? formatLongDate(before, locale) : t("none")}</td>
              <td>{formatLongDate(after, locale)}</td>
              <td className={styles["caution"]}>{caution && t(`caution.${caution}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
