import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

const DONE = ["named", "swapped", "cancelled", "changed"] as const;

/** What was just done to a booking, in words, or null. */
export function doneWords(done: string | readonly string[] | undefined, locale: Locale): string | null {
  const known = DONE.find((one) => one === done);
  return known ? translator(locale, "booking")(`done.${known}`) : null;
}
