import type { Locale } from "@/lib/core/localised";
import { formatLongDate, formatTime, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { MealCount } from "./meal-counts";

export const MEAL_COLUMNS = ["day", "time", "meal", "diet", "count"] as const;

/**
 * The caterer's list: for each meal a line with everybody who is confirmed, one for each diet, and one for those who wrote
 * nothing. What is not confirmed yet has a line of its own and is in none of the others.
 */
export function mealLines(meals: readonly MealCount[], timeZone: string, locale: Locale): string[][] {
  const t = translator(locale, "meals");
  return meals.flatMap(({ title, date, startsAt, confirmed, notYetConfirmed, diets }) => {
    const meal = [formatLongDate(date, locale), formatTime(startsAt, timeZone, locale), inLocale(title, locale)];
    const special = diets.reduce((sum, { count }) => sum + count, 0);
    return [
      [...meal, t("all"), String(confirmed)],
      [...meal, t("ordinary"), String(confirmed - special)],
      ...diets.map(({ diet, count }) => [...meal, diet, String(count)]),
      ...(notYetConfirmed > 0 ? [[...meal, t("notYetConfirmed"), String(notYetConfirmed)]] : []),
    ];
  });
}
