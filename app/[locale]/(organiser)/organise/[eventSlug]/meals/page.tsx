import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canSeeNeeds } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { readMeals } from "@/lib/reports/commands/read-meals";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { MEAL_COLUMNS, mealLines } from "@/lib/reports/queries/meal-lines";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import tableStyles from "../../../_frame/table.module.css";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "meals")("title"), robots: { index: false } };
}

/** What the caterer needs to know: how many eat what on which day, and nobody's name. */
export default async function MealsPage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/meals`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeNeeds, path }, now);
  const [facets, meals] = await Promise.all([getEventFacets(scope), readMeals(scope, "page", now)]);
  if (!meals.ok) notFound();
  const t = translator(locale, "meals");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: facets.title, role: scope.role, current: "meals" }}
    >
      <p>{t("lead")}</p>
      {meals.value.length === 0 ? (
        <EmptyState title={t("none")}>{null}</EmptyState>
      ) : (
        <>
          <p>
            <a href={localePath(locale, `${path}/export`)}>{t("file")}</a>
          </p>
          <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
            <caption>{t("caption", { title: inLocale(facets.title, locale) })}</caption>
            <thead>
              <tr>
                {MEAL_COLUMNS.map((column) => (
                  <th key={column} scope="col" className={column === "count" ? tableStyles["number"] : undefined}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {mealLines(meals.value, facets.timeZone, locale).map(([day, time, meal, diet, count]) => (
                <tr key={[day, time, meal, diet].join()}>
                  <td data-label={t("day")}>{day}</td>
                  <td data-label={t("time")}>{time}</td>
                  <td data-label={t("meal")}>{meal}</td>
                  <th scope="row">{diet}</th>
                  <td data-label={t("count")} className={tableStyles["number"]}>
                    {count}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </OrganiserFrame>
  );
}
