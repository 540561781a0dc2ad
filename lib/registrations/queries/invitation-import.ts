import type { EventScope } from "@/lib/auth/scopes";
import type { Localised } from "@/lib/core/localised";
import { fail, type Ok, ok } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { readTable, type TableSource } from "@/lib/platform/read-table";
import type { ImportFailure } from "../errors";
import { type InvitationColumns, type ListRow, type PlannedRow, planList, splitList } from "../rules/invitation-list";
import { listText } from "../rules/list-text";
import { readListGround } from "./list-ground";

/** A list of people to invite: where it comes from, and which column says what if the organiser has chosen. */
export type GivenList = { readonly source: TableSource; readonly columns: InvitationColumns | null };

/** A list that was read: its people, and which column says what. */
export type ReadList = {
  readonly headings: readonly string[] | null;
  readonly columns: InvitationColumns;
  readonly people: readonly ListRow[];
  /** The list again, as text to paste. */
  readonly text: string;
  /** How many columns it has. */
  readonly width: number;
};

// A request's body may be 1 MB, and what comes back as text can be longer than the file it came from.
const LIMITS = { bytes: 500_000, rows: 2_000 };

/** Reads a pasted or uploaded list of people to invite and finds its columns, by headings or as chosen. */
export async function readInvitationList({ source, columns }: GivenList): Promise<Ok<ReadList> | ImportFailure> {
  const table = await readTable(source, LIMITS);
  if (!table.ok) return table;
  const split = splitList(table.value);
  return ok({
    ...split,
    columns: columns ?? split.columns,
    text: listText(table.value),
    width: Math.max(...table.value.map(({ cells }) => cells.length)),
  });
}

export type ImportPreview = ReadList & {
  /** Empty while it is not known where the names and the addresses are. */
  readonly rows: readonly PlannedRow[];
  readonly categories: readonly Localised[];
};

/** What an import of the list would do now, row by row. Writes nothing. */
export async function previewImport(scope: EventScope, given: GivenList): Promise<Ok<ImportPreview> | ImportFailure> {
  const list = await readInvitationList(given);
  if (!list.ok) return list;
  const { people, columns } = list.value;
  const ground = await readListGround(database(), scope.eventId);
  const isComplete = columns.name !== undefined && columns.email !== undefined;
  if (people.length === 0) return fail("empty");
  return ok({
    ...list.value,
    rows: isComplete ? planList(people, columns, ground) : [],
    categories: ground.categories.map(({ name }) => name),
  });
}
