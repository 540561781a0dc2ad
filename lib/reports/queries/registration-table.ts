import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import type { Column } from "../policy";
import { cellText, columnHeading } from "../rules/cell-text";
import type { State } from "../rules/registration-row";
import type { RegistrationFilter, StatusTab } from "../schema";
import type { EventFacets } from "./event-facets";
import { listRegistrations } from "./list-registrations";

export type TableRow = {
  readonly id: string;
  /** Where this reader can open the person; null for the door. */
  readonly reference: string | null;
  readonly state: State;
  readonly protectedIdentity: boolean;
  /** One text a column, exactly as in the file. */
  readonly cells: readonly string[];
};
export type RegistrationTable = {
  readonly rows: readonly TableRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly tabs: ReadonlyMap<StatusTab, number>;
};

/** One page of the list with the chosen columns as text, in the reader's language: what the export writes, seen. */
export async function getRegistrationTable(
  scope: EventScope,
  {
    facets,
    filter,
    columns,
    locale,
  }: {
    readonly facets: EventFacets;
    readonly filter: RegistrationFilter;
    readonly columns: readonly Column[];
    readonly locale: Locale;
  },
  page: number,
): Promise<RegistrationTable> {
  const list = await listRegistrations(scope, filter, page);
  const context = { locale, questions: facets.questions };
  const rows = list.rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    protectedIdentity: row.protectedIdentity,
    cells: columns.map((column) => cellText(row, column, context)),
  }));
  return { ...list, rows };
}

/** The headings of columns, in the reader's language. */
export function columnHeadings(columns: readonly Column[], locale: Locale): readonly string[] {
  return columns.map((column) => columnHeading(column, locale));
}
