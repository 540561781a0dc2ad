import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { RegistrationRow } from "../rules/registration-row";
import type { RegistrationFilter } from "../schema";
import { fromRegistrations } from "./list-registrations";
import { inOrder, withinScope } from "./registration-conditions";
import { type RawRow, type RowParts, rowColumns, rowFrom } from "./registration-rows";

const BATCH = 2_000;
const ID_LENGTH = 36;

/** Who is in a file, in its order: ids one after the other, because one text of 3.6 MB is lighter than 100,000 texts. */
export type ListedIds = { readonly ids: string; readonly count: number };

/** Everybody a filter lets through, in the list's order. */
export async function listIds(scope: EventScope, filter: RegistrationFilter): Promise<ListedIds> {
  const [row] = await database().$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(id::text, '') AS ids FROM (
      SELECT r.id ${fromRegistrations(scope, filter)} ORDER BY ${inOrder(filter.sort)}) listed`;
  const ids = row?.ids ?? "";
  return { ids, count: ids.length / ID_LENGTH };
}

/**
 * The registrations of a list, some thousands at a time; the next ones are read while the last are being written. No connection
 * and no transaction is held in between, so that slow readers keep nothing from anybody: who is in the file is settled when
 * it begins, what is said of them is true when their batch is read, and who has left the reader's reach by then is left out.
 */
export async function* registrationBatches(
  scope: EventScope,
  { ids }: ListedIds,
  parts: RowParts,
): AsyncGenerator<readonly RegistrationRow[]> {
  let coming = readFrom(0);
  for (let from = 0; from < ids.length; from += BATCH * ID_LENGTH) {
    const rows = JSON.parse(await coming) as RawRow[];
    coming = readFrom(from + BATCH * ID_LENGTH);
    yield rows.map((row) => rowFrom(row, scope));
  }

  function readFrom(from: number): Promise<string> {
    const wanted = ids.slice(from, from + BATCH * ID_LENGTH).match(/.{36}/g) ?? [];
    const batch = wanted.length > 0 ? readBatch(scope, wanted, parts) : Promise.resolve("[]");
    // Who stops reading does not wait for it; who goes on is told.
    batch.catch(() => undefined);
    return batch;
  }
}

/** One text for the whole batch: read here faster than as many values. */
async function readBatch(scope: EventScope, wanted: readonly string[], parts: RowParts): Promise<string> {
  // The first OFFSET 0 keeps the planner to one look-up by key a person; it would rather read the whole table for every batch.
  // The second keeps it from joining each person to all categories.
  const [batch] = await database().$queryRaw<{ rows: string }[]>`
    SELECT coalesce(json_agg(shown), '[]')::text AS rows FROM (
      SELECT ${rowColumns(scope, parts)} FROM (
        SELECT found.*, wanted.place FROM unnest(${wanted}::uuid[]) WITH ORDINALITY AS wanted (id, place)
          CROSS JOIN LATERAL (SELECT * FROM registration one WHERE one.id = wanted.id OFFSET 0) found OFFSET 0) r
        JOIN category c ON c.id = r.category_id
       WHERE ${withinScope(scope)} ORDER BY r.place) shown`;
  return batch?.rows ?? "[]";
}
