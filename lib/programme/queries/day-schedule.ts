import { type Cell, type Schedule, scheduleOf } from "../rules/schedule-columns";
import type { EditedProgramme, EditedSession } from "./edited-programme";

export type { Cell };

/** Some sessions of a programme as a grid: a column a room in the order of the place's rooms, a row from each moment to the next. */
export function daySchedule(sessions: readonly EditedSession[], { rooms }: Pick<EditedProgramme, "rooms">): Schedule {
  return scheduleOf(
    sessions.map(({ id, startsAt, endsAt, room }) => ({ id, startsAt, endsAt, roomId: room?.id ?? null })),
    rooms.map(({ id }) => id),
  );
}
