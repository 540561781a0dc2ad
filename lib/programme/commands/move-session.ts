import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { atLocalTime, localDate } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { canEditSession } from "../policy";
import { placeMark, wallClock } from "../queries/edited-programme";
import { findSessionRow } from "../queries/edited-session";
import { moveSchema } from "../schema";
import { lockProgramme } from "./lock-programme";

/** Where a session was, as the same command takes it back there. */
export type PlaceBefore = { readonly starts: string; readonly room: string };

export type MovedSession =
  | Ok<{ readonly before: PlaceBefore }>
  | Failure<"session_gone" | "move_invalid" | "past_midnight" | "room_gone" | "moved_meanwhile">;

/**
 * Moves a session to another time of its date or another room; it lasts as long as before. `seen` is the mark of where it was
 * shown: one that somebody else has moved since stays where it is.
 */
export async function moveSession(
  scope: EventScope,
  { id, seen, body }: { readonly id: string; readonly seen: string; readonly body: unknown },
  now: Temporal.Instant,
): Promise<MovedSession> {
  const { eventId, organisationId, userId } = scope;
  const parsed = moveSchema.safeParse(body);
  if (!parsed.success) return fail("move_invalid");
  const to = parsed.data;
  return inTransaction(async (tx): Promise<MovedSession> => {
    const timeZone = await lockProgramme(tx, eventId);
    const row = await findSessionRow(eventId, id, tx);
    if (!row || !canEditSession(scope, row)) return fail("session_gone");
    const room = row.roomId ? { id: row.roomId } : null;
    if (seen !== placeMark({ ...row, room })) return fail("moved_meanwhile");
    const startsAt = fromTimestamp(row.startsAt);
    const date = localDate(startsAt, timeZone);
    const moved = "by" in to ? startsAt.add({ minutes: to.by }) : atLocalTime(date, to.starts, timeZone);
    const ends = moved.add(startsAt.until(fromTimestamp(row.endsAt)));
    if (!localDate(moved, timeZone).equals(date) || !localDate(ends, timeZone).equals(date))
      return fail("past_midnight");
    const roomId = "by" in to ? row.roomId : to.room || null;
    const inVenue = { venue: { events: { some: { id: eventId } } } };
    const isKnown =
      roomId === row.roomId ||
      roomId === null ||
      (isUuid(roomId) && (await tx.room.count({ where: { id: roomId, ...inVenue } })) === 1);
    if (!isKnown) return fail("room_gone");
    const data = { startsAt: toTimestamp(moved), endsAt: toTimestamp(ends), roomId };
    await tx.session.update({ where: { id }, data, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "session.moved", subjectId: id }, now);
    return ok({ before: { starts: wallClock(startsAt, timeZone), room: row.roomId ?? "" } });
  });
}
