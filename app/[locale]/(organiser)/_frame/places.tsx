import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Places as Taken } from "@/lib/reports/queries/event-counts";

/** "41 av 120", or "41, ingen gräns". */
export function Places({ places, locale }: { readonly places: Taken; readonly locale: Locale }) {
  const t = translator(locale, "organiser");
  const taken = formatNumber(places.taken, locale);
  return places.capacity === null
    ? t("places.unlimited", { taken })
    : t("places.of", { taken, capacity: formatNumber(places.capacity, locale) });
}
