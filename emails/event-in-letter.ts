import type { Temporal } from "temporal-polyfill";
import type { Locale, Localised } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, formatDateRange, formatLongDate, formatMonth, formatTime, inLocale } from "@/lib/i18n/format";
import type { MergeValues } from "@/lib/i18n/merge-fields";
import { translator } from "@/lib/i18n/translator";
import type { Letter } from "./letter";

/** One day of an event with its hours. */
export type DayInLetter = {
  readonly date: Temporal.PlainDate;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

/** What letters say about an event. */
export type EventInLetter = {
  readonly title: Localised;
  readonly organiser: string;
  readonly timeZone: string;
  readonly days: readonly DayInLetter[];
  readonly venue: {
    readonly name: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string;
  } | null;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly accent: string | null;
};

/** "Hej Åsa Öberg!", or without a name where nothing is left of it. */
export function greeting(name: string | null, locale: Locale): string {
  const t = translator(locale, "mail");
  const plain = plainName(name ?? "");
  return plain ? t("greeting", { name: plain }) : t("greetingUnnamed");
}

/** The date set large: "16" over "november 2017", "28–29" over "november 2018", "30" over "november – 1 december 2018". */
export function bigDate(days: readonly DayInLetter[], locale: Locale): Letter["date"] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (!first || !last) return null;
  if (first.equals(last)) return { day: String(first.day), month: `${formatMonth(first, locale)} ${first.year}` };
  if (first.month === last.month && first.year === last.year) {
    return { day: `${first.day}–${last.day}`, month: `${formatMonth(last, locale)} ${last.year}` };
  }
  return { day: String(first.day), month: `${formatMonth(first, locale)} – ${formatDate(last, locale, "with-year")}` };
}

/** "16 november 2017" or "28–29 november 2018". */
export function dateInWords(days: readonly DayInLetter[], locale: Locale): string {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (!first || !last) return "";
  return first.equals(last) ? formatDate(first, locale, "with-year") : formatDateRange(first, last, locale);
}

/** "torsdag 16 november 2017, kl. 09:00–16:30", a line a day. */
export function dayLines(
  event: Pick<EventInLetter, "timeZone">,
  days: readonly DayInLetter[],
  locale: Locale,
): string[] {
  const t = translator(locale, "mail");
  return days.map(({ date, opensAt, closesAt }) =>
    t("dayWithHours", {
      date: formatLongDate(date, locale),
      from: formatTime(opensAt, event.timeZone, locale),
      to: formatTime(closesAt, event.timeZone, locale),
    }),
  );
}

/** Name, street and town, or that the place is not set. */
export function placeLines({ venue }: Pick<EventInLetter, "venue">, locale: Locale): string[] {
  if (!venue) return [translator(locale, "mail")("placeNotSet")];
  const town = [venue.postalCode, venue.city].filter(Boolean).join(" ");
  return [venue.name, [venue.street, town].filter(Boolean).join(", ")];
}

/** Whom to ask. */
export function contactLine({ contact: { name, email, phone } }: EventInLetter, locale: Locale): string {
  const t = translator(locale, "mail");
  return phone ? t("contactWithPhone", { name, email, phone }) : t("contact", { name, email });
}

/** What every letter about an event begins with. `fields`: what its own text can say besides what every one can. */
export function eventHead(
  event: EventInLetter,
  days: readonly DayInLetter[],
  locale: Locale,
  fields: MergeValues = {},
) {
  return {
    locale,
    masthead: event.organiser,
    accent: event.accent,
    date: bigDate(days, locale),
    title: inLocale(event.title, locale),
    code: null,
    contact: contactLine(event, locale),
    fields: {
      event: inLocale(event.title, locale),
      date: dateInWords(days, locale),
      place: placeLines(event, locale).filter(Boolean).join(", "),
      organiser: event.organiser,
      contact: [event.contact.name, event.contact.email, event.contact.phone].filter(Boolean).join(", "),
      ...fields,
    },
  };
}
