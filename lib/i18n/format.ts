import type { Temporal } from "temporal-polyfill";
import type { Locale, Localised } from "@/lib/core/localised";
import type { Money } from "@/lib/core/money";

const TAG = { sv: "sv-SE", en: "en-GB" } as const;

/** Kept, because a formatter takes longer to make than to use. */
function kept<O, F>(make: (locale: Locale, options: O) => F): (locale: Locale, options: O) => F {
  const formatters = new Map<string, F>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const known = formatters.get(key);
    if (known) return known;
    const made = make(locale, options);
    formatters.set(key, made);
    return made;
  };
}

const dateFormatter = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(TAG[locale], options),
);
const numberFormatter = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(TAG[locale], options),
);
const listFormatter = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(TAG[locale], options));

/** A calendar date carries no zone; it is formatted at noon UTC so that no zone can move it. */
function noon(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T12:00:00Z`);
}

/** "torsdag 16 november 2017". */
export function formatLongDate(date: Temporal.PlainDate, locale: Locale): string {
  return dateFormatter(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(noon(date));
}

/** "16 november", with the year when asked. */
export function formatDate(
  date: Temporal.PlainDate,
  locale: Locale,
  year: "with-year" | "no-year" = "no-year",
): string {
  return dateFormatter(locale, {
    day: "numeric",
    month: "long",
    ...(year === "with-year" ? { year: "numeric" as const } : {}),
    timeZone: "UTC",
  }).format(noon(date));
}

/** "november" / "November". */
export function formatMonth(date: Temporal.PlainDate, locale: Locale): string {
  return dateFormatter(locale, { month: "long", timeZone: "UTC" }).format(noon(date));
}

/** "torsdag" / "Thursday". */
export function formatWeekday(date: Temporal.PlainDate, locale: Locale): string {
  return dateFormatter(locale, { weekday: "long", timeZone: "UTC" }).format(noon(date));
}

/** "28–29 november 2018": first to last day, the shared parts said once. */
export function formatDateRange(from: Temporal.PlainDate, to: Temporal.PlainDate, locale: Locale): string {
  return dateFormatter(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).formatRange(
    noon(from),
    noon(to),
  );
}

/** "09:00" in the given zone. */
export function formatTime(instant: Temporal.Instant, timeZone: string, locale: Locale): string {
  return dateFormatter(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(
    instant.epochMilliseconds,
  );
}

/** "2 november 2017 kl. 09:00". */
export function formatMoment(instant: Temporal.Instant, timeZone: string, locale: Locale): string {
  return dateFormatter(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(instant.epochMilliseconds);
}

/** "1 450 kr" / "SEK 1,450"; öre only when there are any. */
export function formatMoney(money: Money, locale: Locale): string {
  return numberFormatter(locale, {
    style: "currency",
    currency: money.currency,
    minimumFractionDigits: money.minor % 100 === 0 ? 0 : 2,
  }).format(money.minor / 100);
}

/** "340 kB", "2,4 MB": how much a file is to download; `bytes` by thousands, as browsers count. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? Math.round(bytes / 100_000) / 10 : Math.max(1, Math.round(bytes / 1000));
  return `${formatNumber(value, locale)}\u00A0${isLarge ? "MB" : "kB"}`;
}

/** "1 234" / "1,234". */
export function formatNumber(value: number, locale: Locale): string {
  return numberFormatter(locale, {}).format(value);
}

/** "a, b och c" / "a, b and c". */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormatter(locale, { type: "conjunction" }).format(items);
}

/** The text in the reader's language. */
export function inLocale(text: Localised, locale: Locale): string {
  return text[locale];
}
