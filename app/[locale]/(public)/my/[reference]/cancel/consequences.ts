import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatList, formatMoney } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { CancellationConsequences } from "@/lib/registrations/queries/cancellation";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";
import { sessionLines } from "../session-lines";

/** What cancelling leads to, a sentence each, what it costs among them: read before anything happens. */
export function consequencesInWords(mine: MyRegistration, costs: CancellationConsequences, locale: Locale): string[] {
  const t = translator(locale, "my");
  if (mine.state !== "CONFIRMED") return [t("consequenceLeave"), t("consequenceCost")];
  const sessions = sessionLines(mine, locale).map((line) => line.title);
  return [
    t(mine.form.waitingList ? "consequenceLine" : "consequencePlace"),
    ...(sessions.length > 0 ? [t("consequenceSessions", { sessions: formatList(sessions, locale) })] : []),
    t(mine.isCateringOpen ? "consequenceMeals" : "consequenceMealsOrdered"),
    ...((mine.diet ?? mine.access) ? [t("consequenceNeeds")] : []),
    costInWords(mine, costs, locale),
    t("consequenceMail"),
  ];
}

function costInWords(mine: MyRegistration, { price, isFree }: CancellationConsequences, locale: Locale): string {
  const t = translator(locale, "my");
  const lastDay = (end: Temporal.Instant) =>
    formatDate(
      end.subtract({ milliseconds: 1 }).toZonedDateTimeISO(mine.form.timeZone).toPlainDate(),
      locale,
      "with-year",
    );
  const date = mine.freeCancelClosesAt && lastDay(mine.freeCancelClosesAt);
  if (!price) return date && isFree ? t("consequenceCostUntil", { date }) : t("consequenceCost");
  const fee = { price: formatMoney(price, locale) };
  if (!isFree) return t("consequenceCharged", { ...fee, date: date ?? "" });
  return date ? t("consequenceTakenBack", { ...fee, date }) : t("consequenceTakenBackAlways", fee);
}
