import type { CSSProperties } from "react";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { daySchedule } from "@/lib/programme/queries/day-schedule";
import { type EditedProgramme, type EditedSession, wallClock } from "@/lib/programme/queries/edited-programme";
import { DragArea } from "./drag-area";
import styles from "./schedule.module.css";
import { SessionItem } from "./session-item";

type Props = {
  readonly programme: EditedProgramme;
  readonly sessions: readonly EditedSession[];
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
  readonly slug: string;
  readonly locale: Locale;
};

/** A day: its times down the side, a column a room where there is space, otherwise one list in order of time. */
export function DaySchedule({ programme: { rooms, timeZone }, sessions, conflicts, slug, locale }: Props) {
  const t = translator(locale, "programmeEditor");
  const { columns, moments, cells } = daySchedule(sessions, { rooms });
  const roomOf = (id: string | null) => rooms.find((room) => room.id === id)?.name ?? t("noRoom");
  return (
    <DragArea>
      <div className={styles["grid"]} style={{ "--count": Math.max(columns.length, 1) } as CSSProperties}>
        {columns.map(({ roomId, lane }, index) => (
          <p
            key={`${roomId}-${lane}`}
            className={styles["room"]}
            style={{ gridColumn: index + 2 }}
            data-room={roomId ?? ""}
          >
            {roomOf(roomId)}
          </p>
        ))}
        {moments.slice(0, -1).map((moment, index) => (
          <p
            key={moment.toString()}
            className={styles["time"]}
            style={{ gridRow: index + 2 }}
            data-time={wallClock(moment, timeZone)}
            aria-hidden="true"
          >
            {wallClock(moment, timeZone)}
          </p>
        ))}
        <ol className={styles["sessions"]}>
          {sessions.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              cell={cells.get(session.id)}
              rooms={rooms}
              conflicts={conflicts.get(session.id) ?? []}
              slug={slug}
              locale={locale}
            />
          ))}
        </ol>
      </div>
    </DragArea>
  );
}
