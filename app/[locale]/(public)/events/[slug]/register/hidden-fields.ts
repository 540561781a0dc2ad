import type { Temporal } from "temporal-polyfill";
import { issueFormStamp } from "@/lib/auth/form-stamp";
import { newToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";

/** A stamp is good for one event's registration form only. */
export const stampPurpose = (slug: string) => `register:${slug}`;

/** What goes with a registration form unseen; the key makes a double click or a reload replay the same answer. */
export function hiddenFields(slug: string, locale: Locale, now: Temporal.Instant): Readonly<Record<string, string>> {
  return { event: slug, language: locale, key: newToken(), stamp: issueFormStamp(stampPurpose(slug), now) };
}
