import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate, formatTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EventRules, PlannedRule } from "@/lib/reminders/queries/event-rules";

/** "Torsdag 26 oktober 2017 kl. 09:00" in the event's zone. */
export function whenInWords(scheduledAt: Temporal.Instant | null, timeZone: string, locale: Locale): string {
  const t = translator(locale, "reminders");
  if (!scheduledAt) return t("never");
  const date = formatLongDate(localDate(scheduledAt, timeZone), locale);
  return t("when", {
    date: date.charAt(0).toUpperCase() + date.slice(1),
    time: formatTime(scheduledAt, timeZone, locale),
  });
}

/** "7 dagar före sista anmälningsdag". */
export function timingInWords({ anchor, offsetDays }: PlannedRule, locale: Locale): string {
  const t = translator(locale, "reminders");
  if (offsetDays === 0) return t(`on.${anchor}`);
  return t(`${offsetDays < 0 ? "before" : "after"}.${anchor}`, { days: Math.abs(offsetDays) });
}

/** "inbjudna som inte svarat, gruppen Chefer". */
export function groupInWords(
  { kind, categoryId, groupName }: PlannedRule,
  categories: EventRules["categories"],
  locale: Locale,
): string {
  const t = translator(locale, "reminders");
  const category = categories.find(({ id }) => id === categoryId);
  return [
    t(`group.${kind}`),
    ...(category ? [t("inCategory", { name: category.name[locale] })] : []),
    ...(groupName === null ? [] : [t("inGroup", { name: groupName })]),
  ].join(", ");
}
