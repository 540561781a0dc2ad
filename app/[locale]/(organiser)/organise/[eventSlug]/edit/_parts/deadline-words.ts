import type { Locale } from "@/lib/core/localised";
import type { EditedEvent } from "@/lib/events/queries/event-basics";
import { formatDate, formatLongDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

/** What the last registration day means, in words: its weekday, how long before the first day, and what the venue charges by then. */
export function deadlineWords({ day, daysBefore, steps }: EditedEvent["deadline"], locale: Locale): string {
  const t = translator(locale, "editor");
  const date = formatLongDate(day, locale);
  const named = date.charAt(0).toUpperCase() + date.slice(1);
  const when =
    daysBefore < 0 ? t("days.meaningAfter", { day: named }) : t("days.meaning", { day: named, days: daysBefore });
  const words = steps.map(({ perCent, from, isPassed }) =>
    t(isPassed ? "days.stepPassed" : "days.stepAhead", { perCent, from: formatDate(from, locale) }),
  );
  return [when, ...words].join(" ");
}
