import type { EventScope } from "@/lib/auth/scopes";
import { type Column, chosenColumns, offeredColumns } from "@/lib/reports/policy";
import { type EventFacets, getEventFacets, keepKnown } from "@/lib/reports/queries/event-facets";
import {
  type FilterField,
  filterParameters,
  parseFilter,
  type RawParameters,
  type RegistrationFilter,
  type Sort,
} from "@/lib/reports/schema";

/** What a URL asks of one event's list: the same reading for the page and for the file. */
export type ListView = {
  readonly facets: EventFacets;
  readonly filter: RegistrationFilter;
  readonly ignored: readonly FilterField[];
  readonly offered: readonly Column[];
  readonly columns: readonly Column[];
  readonly refused: readonly string[];
  /** The chosen columns as a URL parameter; empty when nothing was chosen. */
  readonly columnsParameter: Record<string, string>;
};

export async function readListView(scope: EventScope, raw: RawParameters): Promise<ListView> {
  const facets = await getEventFacets(scope);
  const parsed = parseFilter(raw);
  const known = keepKnown(parsed.filter, facets);
  const offered = offeredColumns(scope, facets.questions);
  const { columns, refused } = chosenColumns(raw, offered);
  return {
    facets,
    filter: known.filter,
    ignored: [...parsed.ignored, ...known.ignored],
    offered,
    columns,
    refused,
    columnsParameter: raw["columns"] ? { columns: columns.map(({ key }) => key).join(",") } : {},
  };
}

/** The query of this list with something changed: filters and columns stay, the page starts over. */
export function listQuery(view: ListView, change: Partial<RegistrationFilter> & { page?: number } = {}): string {
  const { page, ...filter } = change;
  const query = new URLSearchParams({
    ...filterParameters({ ...view.filter, ...filter }),
    ...view.columnsParameter,
    ...(page && page > 1 ? { page: String(page) } : {}),
  }).toString();
  return query && `?${query}`;
}

/** The same column again turns the order round. */
export function turned(sort: Sort, by: Sort["by"]): Sort {
  return { by, descending: sort.by === by && !sort.descending };
}
