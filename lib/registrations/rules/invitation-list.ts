import { type Columns, columnsOf } from "@/lib/core/table-columns";
import { INVITATION_COLUMNS, type InvitationColumn } from "../invitation-schema";
import {
  type CellProblem,
  INVITATION_HEADINGS,
  type InvitableCategory,
  type InvitationEntry,
  invitationEntry,
} from "./invitation-entry";

/** One row of a list, with its number in the spreadsheet. */
export type ListRow = { readonly number: number; readonly cells: readonly string[] };

/** Which column of the list says what. */
export type InvitationColumns = Columns<InvitationColumn>;

/** Somebody who is invited already, as far as a list can change it. */
export type KnownInvitation = Omit<InvitationEntry, "email" | "locale" | "extraGuests"> & {
  readonly id: string;
  readonly locale: "sv" | "en";
  readonly extraGuests: number;
  readonly isWithdrawn: boolean;
};

/** What decides on a list: the event's categories, and by normalised address who is invited or registered already. */
export type ListGround = {
  readonly categories: readonly InvitableCategory[];
  readonly invited: ReadonlyMap<string, KnownInvitation>;
  readonly registered: ReadonlySet<string>;
};

export type RowProblem = CellProblem | { readonly column: "email"; readonly code: "duplicate"; readonly row: number };

/**
 * What becomes of one row. `registered`: has a place already, without an invitation. `withdrawn`: the invitation was taken
 * back. Only new and changed rows are written.
 */
export type PlannedRow = {
  readonly number: number;
  /** As written, to be recognised. */
  readonly name: string;
  readonly email: string;
} & (
  | { readonly outcome: "new"; readonly entry: InvitationEntry }
  | { readonly outcome: "changed"; readonly entry: InvitationEntry; readonly known: KnownInvitation }
  | { readonly outcome: "same" | "registered" | "withdrawn" }
  | { readonly outcome: "wrong"; readonly problems: readonly RowProblem[] }
);

/** The columns of a list by its headings, and its rows without them. A list without headings has unknown columns. */
export function splitList(rows: readonly ListRow[]): {
  readonly headings: readonly string[] | null;
  readonly columns: InvitationColumns;
  readonly people: readonly ListRow[];
} {
  const [first, ...rest] = rows;
  const columns = first ? columnsOf(first.cells, INVITATION_HEADINGS) : null;
  if (!first || !columns) return { headings: null, columns: withoutHeadings(rows), people: rows };
  return { headings: first.cells, columns, people: rest };
}

/** Without headings: the column in which every cell has an @ holds the addresses, and the first of the others the names. */
function withoutHeadings(rows: readonly ListRow[]): InvitationColumns {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const email = all.find((column) => rows.every(({ cells }) => cells[column]?.includes("@")));
  const name = all.find((column) => column !== email);
  return { ...(email !== undefined && { email }), ...(email !== undefined && name !== undefined && { name }) };
}

/** What would become of each row, in the order of the list. Of several rows with the same address the first counts. */
export function planList(
  people: readonly ListRow[],
  columns: InvitationColumns,
  ground: ListGround,
): readonly PlannedRow[] {
  const seen = new Map<string, number>();
  return people.map(({ number, cells }) => {
    const written = Object.fromEntries(
      INVITATION_COLUMNS.map((column) => [column, cells[columns[column] ?? -1] ?? ""]),
    ) as Record<InvitationColumn, string>;
    const row = { number, name: written.name, email: written.email };
    const read = invitationEntry(written, ground.categories);
    if ("problems" in read) return { ...row, outcome: "wrong", problems: read.problems };
    const { normalised } = read.entry.email;
    const earlier = seen.get(normalised);
    if (earlier !== undefined)
      return { ...row, outcome: "wrong", problems: [{ column: "email", code: "duplicate", row: earlier }] };
    seen.set(normalised, number);
    return { ...row, ...fate(read.entry, ground) };
  });
}

function fate({ email, ...entry }: InvitationEntry, { invited, registered }: ListGround) {
  const known = invited.get(email.normalised);
  if (!known) {
    return registered.has(email.normalised)
      ? ({ outcome: "registered" } as const)
      : ({ outcome: "new", entry: { ...entry, email } } as const);
  }
  if (known.isWithdrawn) return { outcome: "withdrawn" } as const;
  // A blank cell says nothing: what is known stays.
  const isChanged = (Object.keys(entry) as (keyof typeof entry)[]).some(
    (field) => entry[field] !== null && entry[field] !== known[field],
  );
  return isChanged
    ? ({ outcome: "changed", entry: { ...entry, email }, known } as const)
    : ({ outcome: "same" } as const);
}
