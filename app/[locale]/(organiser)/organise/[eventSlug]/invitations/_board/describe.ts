import type { Locale } from "@/lib/core/localised";
import { municipalityName } from "@/lib/core/municipalities";
import { formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type InvitationFilter, NONE } from "@/lib/registrations/invitation-schema";

/** A group as it is called; null and `NONE` are those without. */
export function groupLabel(group: string | null, locale: Locale): string {
  return group === null || group === NONE ? translator(locale, "invitations")("noGroup") : group;
}

/** A municipality as it is called; null and `NONE` are those without. */
export function municipalityLabel(code: string | null, locale: Locale): string {
  if (code === null || code === NONE) return translator(locale, "invitations")("noMunicipality");
  return municipalityName(code) ?? code;
}

/** What a filter lets through, in words; an empty text when everything. */
export function filterInWords(filter: InvitationFilter, locale: Locale): string {
  const t = translator(locale, "invitations");
  const parts = [
    filter.status === "all" ? "" : t(`tab.${filter.status}`),
    filter.q && `“${filter.q}”`,
    filter.group && groupLabel(filter.group, locale),
    filter.municipality && municipalityLabel(filter.municipality, locale),
    filter.category,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : formatList(parts, locale);
}
