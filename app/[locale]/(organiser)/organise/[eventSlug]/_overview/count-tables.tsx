import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate, formatNumber, inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { getEventCounts, Places as Taken } from "@/lib/reports/queries/event-counts";
import { STATUS_TABS, type StatusTab } from "@/lib/reports/schema";
import { Places } from "../../../_frame/places";
import tableStyles from "../../../_frame/table.module.css";

type Props = {
  readonly slug: string;
  readonly counts: Awaited<ReturnType<typeof getEventCounts>>;
  readonly tabs: ReadonlyMap<StatusTab, number>;
  readonly locale: Locale;
};
type Row = { readonly name: string; readonly filter: Record<string, string>; readonly value: ReactNode };

/** How many, by state, category, day and session; each row leads to its people. */
export function CountTables({ slug, counts, tabs, locale }: Props) {
  const t = translator(locale, "organiser");
  const places = (taken: Taken) => <Places places={taken} locale={locale} />;
  const states = STATUS_TABS.filter((tab) => tab === "all" || tabs.has(tab)).map(
    (tab): Row => ({
      name: t(`tab.${tab}`),
      filter: tab === "all" ? {} : { status: tab },
      value: formatNumber(tabs.get(tab) ?? 0, locale),
    }),
  );
  const categories = counts.categories.map(
    ({ key, name, places: taken }): Row => ({
      name: inLocale(name, locale),
      filter: { category: key },
      value: places(taken),
    }),
  );
  const days = counts.days.map(
    ({ date, places: taken }): Row => ({
      name: formatLongDate(date, locale),
      filter: { day: date.toString() },
      value: places(taken),
    }),
  );
  const sessions = counts.sessions.map(
    ({ id, title, places: taken }): Row => ({
      name: inLocale(title, locale),
      filter: { session: id },
      value: places(taken),
    }),
  );
  const tables = [
    { heading: t("overview.states"), measure: t("overview.number"), rows: states },
    { heading: t("overview.categories"), measure: t("overview.places"), rows: categories },
    { heading: t("overview.days"), measure: t("overview.places"), rows: days },
    { heading: t("overview.sessions"), measure: t("overview.places"), rows: sessions },
  ];
  return (
    <div className={tableStyles["columns"]}>
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ heading, measure, rows }) => (
          <table key={heading} className={tableStyles["table"]}>
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                <th scope="col" className={tableStyles["number"]}>
                  {measure}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, filter, value }) => (
                <tr key={name + JSON.stringify(filter)}>
                  <th scope="row">
                    <a href={localePath(locale, `/organise/${slug}/registrations?${new URLSearchParams(filter)}`)}>
                      {name}
                    </a>
                  </th>
                  <td className={tableStyles["number"]}>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </div>
  );
}
