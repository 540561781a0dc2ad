import { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { shiftMoment } from "./edition-shift";

/** The parts of an event that a next edition is made of. */
type EditionPart = "day" | "track" | "category" | "session";

/**
 * What becomes of one column: `same` is copied, `date` and `moment` move with the first day, `now` is the time of copying, `fresh`
 * starts at the database's own beginning, `event` is the new edition, and a part's name is that part's copy. `own` is the
 * command's to fill in. Whatever tells of people, of what was sent or of what was decided once is `fresh`.
 */
export type ColumnFate = "same" | "date" | "moment" | "now" | "fresh" | "event" | "own" | "id" | EditionPart;

export type EditionCopy = {
  readonly eventId: string;
  readonly days: number;
  readonly timeZone: string;
  readonly now: Temporal.Instant;
  /** The copy's id of each part, by its id in the edition before. */
  readonly ids: ReadonlyMap<string, string>;
};

const PARTS: readonly ColumnFate[] = ["day", "track", "category", "session"] satisfies EditionPart[];

/**
 * One row as the next edition has it: the columns that are carried, without those that start afresh. Throws where the row points
 * at a part that is not copied, so leave such rows out first.
 */
export function carriedRow<Fates extends Readonly<Record<string, ColumnFate>>>(
  fates: Fates,
  row: { readonly [column in keyof Fates]: unknown },
  copy: EditionCopy,
): Record<string, unknown> {
  const carried: Record<string, unknown> = {};
  for (const [column, fate] of Object.entries(fates)) {
    const value = row[column];
    if (fate === "event") carried[column] = copy.eventId;
    else if (fate === "now") carried[column] = toTimestamp(copy.now);
    else if (value === null || fate === "fresh" || fate === "own") continue;
    else if (fate === "same") carried[column] = value;
    else if (fate === "id" || PARTS.includes(fate)) carried[column] = copyOf(value, copy);
    else if (value instanceof Date) carried[column] = moved(value, fate, copy);
    else throw new Error(`${column} is no time.`);
  }
  return carried;
}

function copyOf(value: unknown, { ids }: EditionCopy): string {
  const id = ids.get(String(value));
  if (!id) throw new Error(`The part ${String(value)} is not copied.`);
  return id;
}

function moved(value: Date, fate: ColumnFate, { days, timeZone }: EditionCopy): Date {
  if (fate === "date") return toDateColumn(fromDateColumn(value).add({ days }));
  return toTimestamp(shiftMoment(Temporal.Instant.fromEpochMilliseconds(value.getTime()), days, timeZone));
}
