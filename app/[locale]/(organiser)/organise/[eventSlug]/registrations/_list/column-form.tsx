import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { isNeedsColumn } from "@/lib/reports/policy";
import { columnHeadings } from "@/lib/reports/queries/registration-table";
import { filterParameters } from "@/lib/reports/schema";
import toolStyles from "../../../../_frame/tools.module.css";
import type { ListView } from "./view";

type Props = { readonly view: ListView; readonly locale: Locale; readonly path: string; readonly mayExport: boolean };

/** Which columns, and the file of exactly these rows and columns. Diet and access needs go into the file alone. */
export function ColumnForm({ view, locale, path, mayExport }: Props) {
  const t = translator(locale, "organiser");
  const open = view.offered.filter((column) => !isNeedsColumn(column));
  const headings = columnHeadings(open, locale);
  const chosen = new Set(view.columns.map(({ key }) => key));
  const hidden = Object.entries(filterParameters(view.filter)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  const columns = view.columns.filter((column) => !isNeedsColumn(column)).map(({ key }) => key);
  const mayTakeNeeds = open.length < view.offered.length;
  return (
    <>
      <details className={toolStyles["fold"]}>
        <summary>{t("list.columns")}</summary>
        <form method="get" action={path}>
          {hidden}
          <fieldset className={toolStyles["choices"]}>
            <legend className={toolStyles["legend"]}>{t("list.columnsHelp")}</legend>
            {open.map((column, index) => (
              <label key={column.key}>
                <input type="checkbox" name="columns" value={column.key} defaultChecked={chosen.has(column.key)} />
                {headings[index]}
              </label>
            ))}
          </fieldset>
          <button type="submit" className={toolStyles["button"]}>
            {t("list.columnsApply")}
          </button>
        </form>
      </details>
      {mayExport && (
        <details className={toolStyles["fold"]}>
          <summary>{t("list.export")}</summary>
          <form method="get" action={`${path}/export`}>
            {hidden}
            <input type="hidden" name="columns" value={columns.join(",")} />
            {mayTakeNeeds && (
              <fieldset className={toolStyles["choices"]}>
                <legend className={toolStyles["legend"]}>{t("list.needsHelp")}</legend>
                <label>
                  <input type="checkbox" name="columns" value="diet,access" />
                  {t("list.withNeeds")}
                </label>
              </fieldset>
            )}
            <div className={toolStyles["tools"]}>
              <button type="submit" name="format" value="csv" className={toolStyles["button"]}>
                {t("list.exportCsv")}
              </button>
              <button type="submit" name="format" value="xlsx" className={toolStyles["button"]}>
                {t("list.exportXlsx")}
              </button>
            </div>
          </form>
        </details>
      )}
    </>
  );
}
