import { type Columns, columnsOf } from "@/lib/core/table-columns";
import { time } from "@/lib/core/written";
import type { SessionFieldCode } from "../errors";
import {
  OTHER_DAY,
  SESSION_COLUMNS,
  type SessionColumn,
  type SessionInput,
  type SessionKind,
  sessionSchema,
} from "../schema";

/** What the columns go by in lists that people have. */
const HEADINGS: Readonly<Record<SessionColumn, readonly string[]>> = {
  title: ["titel", "rubrik", "programpunkt", "title", "session"],
  titleEn: ["engelsk titel", "engelsk rubrik", "english title", "title en"],
  kind: ["typ", "slag", "kind", "type"],
  date: ["datum", "dag", "date", "day"],
  starts: ["börjar", "start", "från", "tid", "starts", "from", "time"],
  ends: ["slutar", "slut", "till", "ends", "end", "to"],
  room: ["lokal", "sal", "rum", "room"],
  track: ["spår", "track"],
  speakers: ["medverkande", "talare", "föreläsare", "speakers", "speaker"],
  places: ["platser", "antal platser", "places", "seats"],
  abstract: ["beskrivning", "abstract", "description"],
};

export type ListRow = { readonly number: number; readonly cells: readonly string[] };
export type SessionListColumns = Columns<SessionColumn>;

/** What a list is read against. Names are compared without regard to capitals. */
export type SessionGround = {
  readonly days: readonly { readonly id: string; readonly date: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly tracks: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly { readonly kind: SessionKind; readonly names: readonly string[] }[];
  /** What is held already, by `sameSession`. */
  readonly held: ReadonlySet<string>;
};

export type RowProblem = {
  readonly column: SessionColumn;
  readonly code: SessionFieldCode | "room_unknown" | "speaker_unknown" | "kind_unknown" | "twice_in_list";
  /** What was written there, or the part of it that is wrong. */
  readonly value: string;
};

type Shown = { readonly number: number; readonly title: string; readonly when: string };
export type PlannedSession = Shown &
  (
    | { readonly outcome: "wrong"; readonly problems: readonly RowProblem[] }
    | { readonly outcome: "same" }
    /** `newTrack` is a track that the list names first. */
    | { readonly outcome: "new"; readonly input: SessionInput; readonly newTrack: string | null }
  );

/** The columns of a list by its first row, and the rows below it; without headings none is known. */
export function splitSessions(rows: readonly ListRow[]): {
  readonly headings: readonly string[] | null;
  readonly columns: SessionListColumns;
  readonly sessions: readonly ListRow[];
} {
  const [first, ...rest] = rows;
  const columns = first ? columnsOf(first.cells, HEADINGS) : null;
  if (!first || !columns) return { headings: null, columns: {}, sessions: rows };
  return { headings: first.cells, columns, sessions: rest };
}

/** What a session is known by when a list is read again. */
export function sameSession(title: string, date: string, starts: string): string {
  return [plain(title), date, starts].join("|");
}

/** What each row would become. A list read twice adds nothing the second time. */
export function planSessions(
  rows: readonly ListRow[],
  columns: SessionListColumns,
  ground: SessionGround,
): PlannedSession[] {
  const seen = new Set<string>();
  return rows.map(({ number, cells }): PlannedSession => {
    const cell = (name: SessionColumn) => cells[columns[name] ?? -1] ?? "";
    const { from, to } = hours(cell("starts"), cell("ends"));
    const title = cell("title");
    const shown = {
      number,
      title,
      when: [cell("date"), [from, to].filter(Boolean).join("–")].filter(Boolean).join(" "),
    };
    const day = dayOf(cell("date"), ground);
    const problems: RowProblem[] = [];
    const find = <T extends { readonly id: string }>(
      column: SessionColumn,
      known: readonly T[],
      names: (one: T) => readonly string[],
    ) => known.find((one) => names(one).some((name) => plain(name) === plain(cell(column))))?.id ?? "";
    const room = find("room", ground.rooms, ({ name }) => [name]);
    if (cell("room") !== "" && room === "")
      problems.push({ column: "room", code: "room_unknown", value: cell("room") });
    const track = find("track", ground.tracks, ({ names }) => names);
    const kind = ground.kinds.find(({ names }) => names.some((name) => plain(name) === plain(cell("kind"))))?.kind;
    if (cell("kind") !== "" && !kind) problems.push({ column: "kind", code: "kind_unknown", value: cell("kind") });
    const speakers: Record<string, { speaker: string; part: "SPEAKER" }> = {};
    for (const name of cell("speakers")
      .split(/[;,]/)
      .map((each) => each.trim())) {
      const speaker = ground.speakers.find((each) => plain(each.name) === plain(name));
      if (speaker) speakers[`s${Object.keys(speakers).length + 1}`] = { speaker: speaker.id, part: "SPEAKER" };
      else if (name !== "") problems.push({ column: "speakers", code: "speaker_unknown", value: name });
    }
    const parsed = sessionSchema.safeParse({
      ...{ titleSv: title, titleEn: cell("titleEn"), abstractSv: cell("abstract"), kind: kind ?? "TALK", ...day },
      ...{ starts: from, ends: to, room, track, places: cell("places"), speakers },
    });
    for (const { path, message } of parsed.error?.issues ?? []) {
      const column = columnOfField(String(path[0]));
      problems.push({ column, code: message as SessionFieldCode, value: cell(column) });
    }
    if (!parsed.success || problems.length > 0) return { ...shown, outcome: "wrong", problems };
    const date = parsed.data.date ?? ground.days.find(({ id }) => id === parsed.data.day)?.date ?? "";
    const key = sameSession(title, date, parsed.data.starts);
    if (ground.held.has(key)) return { ...shown, outcome: "same" };
    if (seen.has(key))
      return { ...shown, outcome: "wrong", problems: [{ column: "title", code: "twice_in_list", value: title }] };
    seen.add(key);
    const newTrack = track === "" && cell("track") !== "" ? cell("track") : null;
    return { ...shown, outcome: "new", input: parsed.data, newTrack };
  });
}

/** One cell may hold both: "09:00–10:00". */
function hours(starts: string, ends: string): { readonly from: string; readonly to: string } {
  const [first = "", second = ""] = starts.split(/\s*[-–]\s*/);
  const [from, to] = ends === "" ? [first, second] : [starts, ends];
  return { from: time.safeParse(from).data ?? from, to: time.safeParse(to).data ?? to };
}

/** A date of the event is its day, another one stands for itself; a blank is the day of an event that has one. */
function dayOf(date: string, { days }: SessionGround): { readonly day: string; readonly date: string } {
  const day = date === "" && days.length === 1 ? days[0] : days.find((each) => each.date === date);
  return day ? { day: day.id, date: "" } : { day: OTHER_DAY, date };
}

function columnOfField(field: string): SessionColumn {
  if (field === "titleSv") return "title";
  if (field === "abstractSv") return "abstract";
  return field === "day" ? "date" : (SESSION_COLUMNS.find((column) => column === field) ?? "title");
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, " ").trim();
}
