import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { filterParameters } from "@/lib/reports/schema";
import toolStyles from "../../../../_frame/tools.module.css";
import type { ListView } from "./view";

/** The id of the form that the list's ticks belong to. */
export const SELECTION = "selection";

type Props = { readonly view: ListView; readonly locale: Locale; readonly path: string; readonly total: number };

/** On with those who are ticked, or with all that the filter lets through: then the filter is what is sent. */
export function SelectionForm({ view, locale, path, total }: Props) {
  const t = translator(locale, "participantList");
  return (
    <form id={SELECTION} method="get" action={`${path}/bulk`} className={toolStyles["tools"]}>
      {Object.entries(filterParameters(view.filter)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <input type="checkbox" name="all" value="yes" /> {t("selectAll", { count: total })}
      </label>
      <button type="submit" className={toolStyles["button"]}>
        {t("selectGo")}
      </button>
    </form>
  );
}
