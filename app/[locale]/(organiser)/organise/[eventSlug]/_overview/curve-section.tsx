import type { Locale } from "@/lib/core/localised";
import { formatDate, formatLongDate, formatNumber, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationCurve } from "@/lib/reports/queries/registration-curve";
import frameStyles from "../../../_frame/frame.module.css";
import tableStyles from "../../../_frame/table.module.css";
import toolStyles from "../../../_frame/tools.module.css";
import { CurveDrawing } from "./curve-drawing";

type Props = { readonly curve: RegistrationCurve; readonly locale: Locale; readonly title: string };

/** The curve as a drawing, in words, and as a table for whoever prefers figures. */
export function CurveSection({ curve, locale, title }: Props) {
  const t = translator(locale, "organiser");
  const { current, previous, deadline } = curve;
  if (current.points.length === 0) return null;
  const total = current.points.at(-1)?.total ?? 0;
  const summary = t("overview.curveSummary", { total, deadline: formatLongDate(deadline, locale) });
  const before = previous && {
    title: inLocale(previous.title, locale),
    byDaysBefore: new Map(previous.points.map((point) => [point.daysBefore, point.total])),
    total: previous.points.findLast((point) => point.daysBefore >= 0)?.total ?? 0,
  };
  return (
    <section className={frameStyles["section"]} aria-labelledby="curve">
      <h2 id="curve">{t("overview.curve")}</h2>
      <CurveDrawing
        curve={curve}
        label={`${title}: ${summary}`}
        deadlineLabel={`${t("overview.curveDeadline")} ${formatDate(deadline, locale)}`}
        dayLabel={(day) => formatDate(day, locale)}
        numberLabel={(value) => formatNumber(value, locale)}
      />
      <p>
        {summary}
        {before &&
          ` ${t("overview.curvePrevious", { title: before.title, total: formatNumber(before.total, locale) })}`}
      </p>
      <details className={toolStyles["fold"]}>
        <summary>{t("overview.curveTable")}</summary>
        <table className={tableStyles["table"]} aria-labelledby="curve">
          <thead>
            <tr>
              <th scope="col">{t("overview.curveDay")}</th>
              <th scope="col" className={tableStyles["number"]}>
                {t("overview.curveDaysBefore")}
              </th>
              <th scope="col" className={tableStyles["number"]}>
                {t("overview.curveAdded")}
              </th>
              <th scope="col" className={tableStyles["number"]}>
                {t("overview.curveTotal")}
              </th>
              {before && (
                <th scope="col" className={tableStyles["number"]}>
                  {t("overview.curvePreviousTotal")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {current.points.map((point) => (
              <tr key={point.daysBefore}>
                <th scope="row">{formatDate(point.day, locale, "with-year")}</th>
                <td className={tableStyles["number"]}>{point.daysBefore}</td>
                <td className={tableStyles["number"]}>{point.added}</td>
                <td className={tableStyles["number"]}>{point.total}</td>
                {before && (
                  <td className={tableStyles["number"]}>{before.byDaysBefore.get(point.daysBefore) ?? "–"}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
