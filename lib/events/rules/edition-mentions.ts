import type { Temporal } from "temporal-polyfill";
import { LOCALES, type Localised } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";

export type EditionDates = {
  readonly before: readonly Temporal.PlainDate[];
  readonly after: readonly Temporal.PlainDate[];
};

/**
 * What in a text speaks of another edition: a year that the edition has no date in, and a date of the one before that is none of
 * its own, written as people write them in either language ("16 november"). Each once, in the order found.
 */
export function staleMentions(text: Localised, { before, after }: EditionDates): readonly string[] {
  const written = [...new Set([text.sv, text.en])].join("\n");
  const years = new Set(after.map(({ year }) => String(year)));
  const found = [...written.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => year).filter((year) => !years.has(year));
  const wording = (dates: readonly Temporal.PlainDate[]) =>
    dates.flatMap((date) => LOCALES.map((locale) => formatDate(date, locale)));
  const own = new Set(wording(after));
  const low = written.toLowerCase();
  for (const words of wording(before)) {
    const at = low.indexOf(words.toLowerCase());
    const isNumberBefore = at > 0 && /\d/.test(low[at - 1] ?? "");
    if (at >= 0 && !isNumberBefore && !own.has(words)) found.push(written.slice(at, at + words.length));
  }
  return [...new Set(found)];
}
