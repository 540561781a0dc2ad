import type { Locale } from "@/lib/core/localised";
import { formatList } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Recipients as Counts } from "@/lib/mailings/queries/recipients";
import { filterParameters, type RegistrationFilter } from "@/lib/reports/schema";

type Props = {
  readonly filter: RegistrationFilter;
  readonly counts: Counts;
  readonly slug: string;
  readonly locale: Locale;
};

/** Who gets a mailing: which part of the list, how many, and whom it leaves out and why. */
export function Recipients({ filter, counts, slug, locale }: Props) {
  const t = translator(locale, "mailings");
  const left = (["unreachable", "unnamed", "again"] as const)
    .filter((reason) => counts[reason] > 0)
    .map((reason) => t(reason, { count: counts[reason] }));
  const list = `${localePath(locale, `/organise/${slug}/registrations`)}?${new URLSearchParams(filterParameters(filter))}`;
  return (
    <>
      <p>
        <strong>{counts.count > 0 ? t("count", { count: counts.count }) : t("nobodyYet")}</strong>{" "}
        {left.length > 0 && t("leftOut", { reasons: formatList(left, locale) })}
      </p>
      <p>
        {t("to")}: {filterInWords(filter, locale)}. <a href={list}>{t("seeList")}</a>
      </p>
    </>
  );
}

/** Which part of the list, in short; the list itself shows it whole. */
export function filterInWords(filter: RegistrationFilter, locale: Locale): string {
  const t = translator(locale, "mailings");
  const { status, q, category, day, session, municipality, answer } = filter;
  const parts = [
    ...(status === "all" ? [] : [translator(locale, "organiser")(`tab.${status}`)]),
    ...(q ? [t("filterSearch", { value: q })] : []),
    ...((category ?? day ?? session ?? municipality ?? answer) ? [t("filterOther")] : []),
  ];
  return parts.length > 0 ? formatList(parts, locale) : t("everybody");
}
