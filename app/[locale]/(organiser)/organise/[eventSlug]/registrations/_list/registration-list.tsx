import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isNeedsColumn } from "@/lib/reports/policy";
import type { EditablePerson } from "@/lib/reports/queries/editable-person";
import { columnHeadings, type RegistrationTable } from "@/lib/reports/queries/registration-table";
import { SORT_KEYS, type SortKey } from "@/lib/reports/schema";
import { StateMark } from "../../../../_frame/state-mark";
import tableStyles from "../../../../_frame/table.module.css";
import { EditForm } from "./edit-form";
import { type ListView, listQuery, turned } from "./view";

type Props = {
  readonly view: ListView;
  readonly table: RegistrationTable;
  readonly locale: Locale;
  readonly path: string;
  /** The form that those who are ticked are sent with; null for who may change nobody. */
  readonly selection: string | null;
  /** Whose row is open to be corrected. */
  readonly editing: EditablePerson | null;
  readonly page: number;
};

/** The people, one a row; on a telephone one a stack. The name leads to the person, a heading sorts. */
export function RegistrationList({ view, table, locale, path, selection, editing, page }: Props) {
  const t = translator(locale, "organiser");
  const p = translator(locale, "participantList");
  const headings = columnHeadings(view.columns, locale);
  const shown = view.columns.map((column, index) => ({ column, index, heading: headings[index] ?? "" }));
  const columns = shown.filter(({ column }) => !isNeedsColumn(column));
  // Who it is comes first, also where the name was not chosen as the first column.
  const lead = columns.find(({ column }) => column.key === "name") ?? columns[0];
  if (!lead) return null;
  const others = columns.filter((column) => column !== lead);
  const { sort } = view.filter;
  return (
    <div className={tableStyles["scroll"]}>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
        <caption>{t("list.caption", { title: inLocale(view.facets.title, locale) })}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={tableStyles["tick"]}>
                <span>{p("selectColumn")}</span>
              </th>
            )}
            {[lead, ...others].map(({ column, heading }) => {
              const by = sortKey(column.key);
              const isSorted = by === sort.by;
              return (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : undefined}
                >
                  {by ? (
                    <a href={path + listQuery(view, { sort: turned(sort, by) })}>
                      {heading}
                      {isSorted && <span aria-hidden="true">{sort.descending ? " ↓" : " ↑"}</span>}
                    </a>
                  ) : (
                    heading
                  )}
                </th>
              );
            })}
            {selection && (
              <th scope="col" className={tableStyles["tick"]}>
                <span>{p("edit")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} id={row.reference ?? undefined}>
              {selection && (
                <td className={tableStyles["tick"]}>
                  {row.reference && (
                    <input
                      type="checkbox"
                      form={selection}
                      name="person"
                      value={row.reference}
                      aria-label={p("select", { name: row.cells[lead.index] ?? "" })}
                    />
                  )}
                </td>
              )}
              <th scope="row" title={row.protectedIdentity ? t("person.protected") : undefined}>
                {row.reference ? (
                  <a href={localePath(locale, `/organise/${view.facets.slug}/registrations/${row.reference}`)}>
                    {row.cells[lead.index]}
                  </a>
                ) : (
                  row.cells[lead.index]
                )}
              </th>
              {editing !== null && editing.reference === row.reference ? (
                <td className={tableStyles["edit"]} colSpan={others.length + 1}>
                  <EditForm {...{ view, locale, page }} person={editing} />
                </td>
              ) : (
                <>
                  {others.map(({ column, heading, index }) => (
                    <td key={column.key} data-label={heading} title={row.cells[index]}>
                      {column.key === "status" ? (
                        <StateMark state={row.state} word={row.cells[index] ?? ""} />
                      ) : (
                        row.cells[index]
                      )}
                    </td>
                  ))}
                  {selection && row.reference && (
                    <td className={tableStyles["edit"]}>
                      <a
                        href={`${path}${withEdit(listQuery(view, { page }), row.reference)}#${row.reference}`}
                        aria-label={p("editOne", { name: row.cells[lead.index] ?? "" })}
                      >
                        {p("edit")}
                      </a>
                    </td>
                  )}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same page of the list with one row open. */
function withEdit(query: string, reference: string): string {
  return `${query}${query ? "&" : "?"}edit=${reference}`;
}

function sortKey(column: string): SortKey | undefined {
  return SORT_KEYS.find((key) => key === column);
}
