import { Temporal } from "temporal-polyfill";

type Placed = {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly roomId: string | null;
};

/** Where a session stands in its day's schedule: lines of the grid from 1, the last ones not included. */
export type Cell = {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
};

export type Schedule = {
  /** Each room in use, and null for what has none but is held beside something else. A room used twice at once has two lanes. */
  readonly columns: readonly { readonly roomId: string | null; readonly lane: number }[];
  /** Every moment at which something starts or ends; row 1 begins at the first. */
  readonly moments: readonly Temporal.Instant[];
  readonly cells: ReadonlyMap<string, Cell>;
};

/**
 * A day as a grid: a column a room in the order of `rooms`, a row from each moment to the next. What has no room runs over all
 * columns, unless something else is held meanwhile; nothing ever stands over something else.
 */
export function scheduleOf(sessions: readonly Placed[], rooms: readonly string[]): Schedule {
  const { compare } = Temporal.Instant;
  const inOrder = sessions.toSorted((a, b) => compare(a.startsAt, b.startsAt) || (a.id < b.id ? -1 : 1));
  const moments = inOrder
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .toSorted(compare)
    .filter((moment, index, all) => index === 0 || compare(moment, all[index - 1] ?? moment) !== 0);
  const row = (moment: Temporal.Instant) => moments.findIndex((each) => compare(each, moment) === 0) + 1;
  const meet = (a: Placed, b: Placed) => compare(a.startsAt, b.endsAt) < 0 && compare(b.startsAt, a.endsAt) < 0;
  const isWide = (one: Placed) => one.roomId === null && !sessions.some((other) => other !== one && meet(one, other));
  const lanes: { roomId: string | null; held: Placed[] }[] = [];
  for (const session of inOrder.filter((one) => !isWide(one))) {
    const free = lanes.find(
      ({ roomId, held }) => roomId === session.roomId && !held.some((other) => meet(session, other)),
    );
    if (free) free.held.push(session);
    else lanes.push({ roomId: session.roomId, held: [session] });
  }
  const place = ({ roomId }: { roomId: string | null }) => (roomId === null ? rooms.length : rooms.indexOf(roomId));
  const columns = lanes.toSorted((a, b) => place(a) - place(b));
  const cells = inOrder.map((session): [string, Cell] => {
    const at = columns.findIndex(({ held }) => held.includes(session)) + 1;
    return [
      session.id,
      {
        rows: [row(session.startsAt), Math.max(row(session.endsAt), row(session.startsAt) + 1)],
        columns: at === 0 ? [1, Math.max(columns.length, 1) + 1] : [at, at + 1],
      },
    ];
  });
  const lane = (at: number) => columns.slice(0, at + 1).filter(({ roomId }) => roomId === columns[at]?.roomId).length;
  return { columns: columns.map(({ roomId }, at) => ({ roomId, lane: lane(at) })), moments, cells: new Map(cells) };
}
