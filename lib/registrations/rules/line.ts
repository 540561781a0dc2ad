import type { Levels, QuotaRow } from "./capacity";
import { type Room, roomOf } from "./room";

/** Somebody who waits, and what for. */
export type InLine = Levels & { readonly id: string };

/**
 * Who in line can be offered a place now, in the order of the line (first in, first out), each taking the places of the
 * offer at every level from those behind. Somebody is passed over only while a level they need has no place at all: whoever
 * waits for a full day does not keep others out of one with room.
 */
export function nextInLine(line: readonly InLine[], quotas: readonly QuotaRow[]): readonly string[] {
  return serveLine(line, roomOf(quotas));
}

/** The same on room that is then left with what the line does not use: what remains is free for newcomers. */
export function serveLine(line: readonly InLine[], room: Room): readonly string[] {
  const served: string[] = [];
  for (const waiting of line) {
    if (room.fullFor(waiting)) continue;
    room.take(waiting);
    served.push(waiting.id);
  }
  return served;
}

/**
 * Room for those who do not stand in line: what is left when everybody in line has been given theirs. A session's places are
 * first for those in its own line; `sessionLines` says how many they are, by the session's id.
 */
export function roomBeyondLine(
  quotas: readonly QuotaRow[],
  line: readonly InLine[],
  sessionLines: ReadonlyMap<string, number>,
): Room {
  const room = roomOf(
    quotas.map((quota) => {
      const waiting = (quota.sessionId && sessionLines.get(quota.sessionId)) || 0;
      return waiting > 0 ? { ...quota, used: quota.used + waiting } : quota;
    }),
  );
  serveLine(line, room);
  return room;
}
