import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type InvitationFilter, NONE } from "@/lib/registrations/invitation-schema";
import type { InvitationBoard } from "@/lib/registrations/queries/invitation-board";
import toolStyles from "../../../../_frame/tools.module.css";
import { groupLabel, municipalityLabel } from "./describe";

type Props = {
  readonly board: InvitationBoard;
  readonly filter: InvitationFilter;
  readonly locale: Locale;
  readonly path: string;
};

/** Search and filters as a plain GET form: what is asked for is in the address, to be kept and shared. */
export function BoardFilter({ board, filter, locale, path }: Props) {
  const t = translator(locale, "invitations");
  const selects = [
    {
      name: "group" as const,
      label: t("group"),
      options: board.groups.map(({ value }) => ({ value: value ?? NONE, label: groupLabel(value, locale) })),
    },
    {
      name: "municipality" as const,
      label: t("municipality"),
      options: board.municipalities
        .map(({ value }) => ({ value: value ?? NONE, label: municipalityLabel(value, locale) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    },
    {
      name: "category" as const,
      label: t("category"),
      options: board.categories.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
    },
  ].filter(({ options, name }) => options.length > 1 || filter[name] !== "");
  const isFiltered = selects.some(({ name }) => filter[name] !== "");
  return (
    <form method="get" action={path} className={toolStyles["search"]}>
      {filter.status !== "all" && <input type="hidden" name="status" value={filter.status} />}
      <div className={toolStyles["tools"]}>
        <div>
          <label htmlFor="q">{t("search")}</label>
          <input id="q" type="search" name="q" defaultValue={filter.q} maxLength={200} />
        </div>
        <button type="submit" className={toolStyles["button"]}>
          {t("searchButton")}
        </button>
        {(isFiltered || filter.q) && <a href={path}>{t("clear")}</a>}
      </div>
      {selects.length > 0 && (
        <details className={toolStyles["fold"]} open={isFiltered}>
          <summary>{t("filter")}</summary>
          <div className={toolStyles["tools"]}>
            {selects.map(({ name, label, options }) => (
              <div key={name}>
                <label htmlFor={`filter-${name}`}>{label}</label>
                <select id={`filter-${name}`} name={name} defaultValue={filter[name]}>
                  <option value="">{t("any")}</option>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </div>
            ))}
            <button type="submit" className={toolStyles["button"]}>
              {t("filter")}
            </button>
          </div>
        </details>
      )}
    </form>
  );
}
