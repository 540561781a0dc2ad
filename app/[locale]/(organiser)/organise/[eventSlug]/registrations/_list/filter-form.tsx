import type { Locale } from "@/lib/core/localised";
import { municipalityName } from "@/lib/core/municipalities";
import { formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EventFacets } from "@/lib/reports/queries/event-facets";
import { filterParameters } from "@/lib/reports/schema";
import toolStyles from "../../../../_frame/tools.module.css";
import type { ListView } from "./view";

type Option = { readonly value: string; readonly label: string };
type Props = { readonly view: ListView; readonly locale: Locale; readonly path: string; readonly searchLabel: string };

/** Search and filters as a plain GET form: what is asked for is in the address, to be kept and shared. */
export function FilterForm({ view, locale, path, searchLabel }: Props) {
  const t = translator(locale, "organiser");
  const { facets, filter } = view;
  const selects = [
    {
      name: "category",
      label: t("list.category"),
      options: facets.categories.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
    },
    {
      name: "day",
      label: t("list.day"),
      options: facets.days.map(({ date }) => ({ value: date.toString(), label: formatLongDate(date, locale) })),
    },
    {
      name: "session",
      label: t("list.session"),
      options: facets.sessions.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) })),
    },
    {
      name: "municipality",
      label: t("list.municipality"),
      options: facets.municipalityCodes.map((code) => ({ value: code, label: municipalityName(code) ?? code })),
    },
    { name: "tag", label: t("list.tag"), options: facets.tags.map(({ key, name }) => ({ value: key, label: name })) },
    { name: "answer", label: t("list.answer"), options: answerOptions(facets, locale) },
  ].filter(({ options, name }) => options.length > (name === "category" || name === "day" ? 1 : 0));
  const chosen = filterParameters(filter);
  const isFiltered = selects.some(({ name }) => chosen[name]);
  const kept = { status: chosen["status"], sort: chosen["sort"], ...view.columnsParameter };
  return (
    <form method="get" action={path} className={toolStyles["search"]}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className={toolStyles["tools"]}>
        <div>
          <label htmlFor="q">{searchLabel}</label>
          <input id="q" type="search" name="q" defaultValue={filter.q} maxLength={200} />
        </div>
        <button type="submit" className={toolStyles["button"]}>
          {t("list.searchButton")}
        </button>
        {(isFiltered || filter.q) && <a href={path}>{t("list.clear")}</a>}
      </div>
      {selects.length > 0 && (
        <details className={toolStyles["fold"]} open={isFiltered}>
          <summary>{t("list.filter")}</summary>
          <div className={toolStyles["tools"]}>
            {selects.map(({ name, label, options }) => (
              <div key={name}>
                <label htmlFor={`filter-${name}`}>{label}</label>
                <select id={`filter-${name}`} name={name} defaultValue={chosen[name] ?? ""}>
                  <option value="">{t("list.any")}</option>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </div>
            ))}
            <button type="submit" className={toolStyles["button"]}>
              {t("list.filter")}
            </button>
          </div>
        </details>
      )}
    </form>
  );
}

/** Every answer one can choose: the choices of a question, or yes and no. */
function answerOptions(facets: EventFacets, locale: Locale): readonly Option[] {
  const shell = translator(locale, "shell");
  return facets.questions.flatMap(({ key, kind, label, options, sensitive }) => {
    // Who answered what to a sensitive question is read by right only, one person or one file at a time.
    if (sensitive) return [];
    const values =
      kind === "YES_NO" || kind === "CONSENT"
        ? [
            { value: "true", label: shell("yes") },
            { value: "false", label: shell("no") },
          ]
        : options.map((option) => ({ value: option.value, label: inLocale(option.label, locale) }));
    return values.map((one) => ({ value: `${key}:${one.value}`, label: `${inLocale(label, locale)}: ${one.label}` }));
  });
}
