import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { RegistrationRow } from "../rules/registration-row";
import type { RegistrationFilter } from "../schema";
import { fromRegistrations } from "./list-registrations";
import { inOrder } from "./registration-conditions";
import { type RawRow, rowColumns, rowFrom } from "./registration-rows";

const BATCH = 1_000;
/** Longer than any honest download; a reader that stops reading does not keep its connection for ever. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Every registration a filter lets through, in the list's order, a thousand at a time from one snapshot: a cursor in the
 * database, so that neither side holds the whole list. The next batch is fetched when the last one has been taken; ending
 * the loop early ends the transaction.
 */
export function registrationBatches(
  scope: EventScope,
  filter: RegistrationFilter,
  needs: "with-needs" | "without-needs",
): AsyncIterable<readonly RegistrationRow[]> {
  const { readable, writable } = new TransformStream<readonly RegistrationRow[], readonly RegistrationRow[]>();
  const writer = writable.getWriter();
  database()
    .$transaction(
      async (tx) => {
        await tx.$executeRaw`DECLARE registration_rows NO SCROLL CURSOR FOR
          SELECT ${rowColumns(scope, needs)} ${fromRegistrations(scope, filter)} ORDER BY ${inOrder(filter.sort)}`;
        for (;;) {
          const rows = await tx.$queryRawUnsafe<RawRow[]>(`FETCH ${BATCH} FROM registration_rows`);
          if (rows.length > 0) await writer.write(rows.map((row) => rowFrom(row, scope)));
          if (rows.length < BATCH) return;
        }
      },
      { timeout: PATIENCE_MS },
    )
    .then(() => writer.close())
    // The reader sees the error; when it was the reader who left, there is nobody to tell.
    .catch((error: unknown) => writer.abort(error))
    .catch(() => undefined);
  return readable as unknown as AsyncIterable<readonly RegistrationRow[]>;
}
