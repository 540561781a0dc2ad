import { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { atLocalTime } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { translator } from "@/lib/i18n/translator";
import { readTable, type TableFailure, type TableSource } from "@/lib/platform/read-table";
import { type Conflict, findConflicts, type PlacedSession } from "../rules/conflicts";
import {
  type ListRow,
  type PlannedSession,
  planSessions,
  type SessionListColumns,
  sameSession,
  splitSessions,
} from "../rules/session-list";
import { SESSION_KINDS } from "../schema";
import { type EditedProgramme, getEditedProgramme } from "./edited-programme";
import { sessionChoices } from "./edited-session";

export type { SessionListColumns };

export type GivenSessions = { readonly source: TableSource; readonly columns: SessionListColumns | null };

export type SessionImport = {
  readonly headings: readonly string[] | null;
  readonly columns: SessionListColumns;
  readonly sessions: readonly ListRow[];
  /** The list again, as text to paste. */
  readonly text: string;
  readonly width: number;
  /** Empty while it is not known where the titles and the times are. */
  readonly rows: readonly PlannedSession[];
  /** By row, how many conflicts the programme would have there. */
  readonly conflicts: ReadonlyMap<number, readonly Conflict["kind"][]>;
};

// A request's body may be 1 MB, and what comes back as text can be longer than the file it came from.
const LIMITS = { bytes: 500_000, rows: 1_000 };

/** What an import of a list of sessions would do now, row by row, and what would not go together. Writes nothing. */
export async function previewSessions(
  scope: EventScope,
  { source, columns: chosen }: GivenSessions,
): Promise<Ok<SessionImport> | Failure<TableFailure>> {
  const table = await readTable(source, LIMITS);
  if (!table.ok) return table;
  const { headings, columns: found, sessions } = splitSessions(table.value);
  if (sessions.length === 0) return fail("empty");
  const columns = chosen ?? found;
  const isComplete = columns.title !== undefined && columns.starts !== undefined;
  const [programme, { speakers }] = await Promise.all([getEditedProgramme(scope), sessionChoices(scope)]);
  const [sv, en] = [translator("sv", "programmeEditor"), translator("en", "programmeEditor")];
  const ground = {
    days: programme.days.map(({ id, date }) => ({ id, date: date.toString() })),
    rooms: programme.rooms,
    tracks: programme.tracks.map(({ id, name }) => ({ id, names: [name.sv, name.en] })),
    speakers,
    kinds: SESSION_KINDS.map((kind) => ({ kind, names: [sv(`kind.${kind}`), en(`kind.${kind}`)] })),
    held: new Set(programme.sessions.map((one) => sameSession(one.title.sv, one.date.toString(), one.starts))),
  };
  const rows = isComplete ? planSessions(sessions, columns, ground) : [];
  return ok({
    ...{ headings, columns, sessions, rows },
    text: table.value.map(({ cells }) => cells.join("\t")).join("\n"),
    width: Math.max(...table.value.map(({ cells }) => cells.length)),
    conflicts: conflictsOf(rows, programme),
  });
}

function conflictsOf(rows: readonly PlannedSession[], programme: EditedProgramme) {
  const planned = rows.flatMap((row) => (row.outcome === "new" ? [placed(row, programme)] : []));
  const byRow = new Map<number, Conflict["kind"][]>();
  for (const { kind, sessions } of findConflicts([...programme.sessions, ...planned]))
    for (const id of sessions)
      if (id.startsWith("row-")) {
        const number = Number(id.slice("row-".length));
        byRow.set(number, [...(byRow.get(number) ?? []), kind]);
      }
  return byRow;
}

/** A row as if it were in the programme already. */
function placed(
  { number, input, newTrack }: Extract<PlannedSession, { outcome: "new" }>,
  { days, rooms, timeZone }: EditedProgramme,
): PlacedSession {
  const day = days.find(({ id }) => id === input.day) ?? null;
  const date = day?.date ?? Temporal.PlainDate.from(input.date ?? "");
  return {
    ...{ id: `row-${number}`, kind: input.kind, day, room: rooms.find(({ id }) => id === input.room) ?? null },
    startsAt: atLocalTime(date, input.starts, timeZone),
    endsAt: atLocalTime(date, input.ends, timeZone),
    trackId: newTrack ?? (input.track || null),
    ...{ signUp: input.signUp, places: input.places, isCancelled: false },
    speakerIds: Object.values(input.speakers).map(({ speaker }) => speaker),
  };
}
