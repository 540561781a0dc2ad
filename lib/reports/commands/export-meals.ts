import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { attachment } from "@/lib/core/content-disposition";
import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { ok, type Result } from "@/lib/core/result";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { csvFile } from "../formats/csv-file";
import type { EventFacets } from "../queries/event-facets";
import { MEAL_COLUMNS, mealLines } from "../queries/meal-lines";
import type { ExportFile } from "./export-registrations";
import { readMeals } from "./read-meals";

/** The caterer's counts as a CSV file that Swedish Excel opens. */
export async function exportMeals(
  scope: EventScope,
  { facets, locale }: { readonly facets: EventFacets; readonly locale: Locale },
  now: Temporal.Instant,
): Promise<Result<ExportFile, "needs_forbidden">> {
  const meals = await readMeals(scope, "file", now);
  if (!meals.ok) return meals;
  const t = translator(locale, "meals");
  const lines = mealLines(meals.value, facets.timeZone, locale);
  const name = `${t("fileName")} ${inLocale(facets.title, locale)} ${localDate(now, facets.timeZone).toString()}`;
  return ok({
    contentType: "text/csv; charset=utf-8",
    contentDisposition: attachment(`${name}.csv`),
    chunks: csvFile(
      MEAL_COLUMNS.map((column) => t(column)),
      once(lines),
    ),
  });
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
