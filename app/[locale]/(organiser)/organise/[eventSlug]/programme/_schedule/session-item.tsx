import type { CSSProperties } from "react";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Cell } from "@/lib/programme/queries/day-schedule";
import type { EditedSession } from "@/lib/programme/queries/edited-programme";
import { move } from "../actions";
import { MoveForm } from "./move-form";
import styles from "./schedule.module.css";

type Props = {
  readonly session: EditedSession;
  readonly cell: Cell | undefined;
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly conflicts: readonly string[];
  readonly slug: string;
  readonly locale: Locale;
};

/** One session in the schedule: when, what, where and who, what is wrong with it, and the ways to change it. */
export function SessionItem({ session, cell, rooms, conflicts, slug, locale }: Props) {
  const t = translator(locale, "programmeEditor");
  const title = session.title[locale];
  const about = [
    t(`kind.${session.kind}`),
    session.roomName,
    session.track?.[locale],
    session.host && t("hostedBy", { host: session.host }),
    session.places !== null && t("places", { places: session.places }),
    session.speakers.map(({ name }) => name).join(", "),
  ].filter(Boolean);
  const place = cell && {
    "--rows": `${cell.rows[0] + 1} / ${cell.rows[1] + 1}`,
    "--columns": `${cell.columns[0] + 1} / ${cell.columns[1] + 1}`,
  };
  return (
    <li
      id={`s-${session.id}`}
      className={styles["session"]}
      style={place as CSSProperties}
      data-kind={session.kind}
      data-conflict={conflicts.length > 0 || undefined}
      data-cancelled={session.isCancelled || undefined}
    >
      <p className={styles["when"]}>
        <span>{t("hours", { starts: session.starts, ends: session.ends })}</span>
        {session.isCancelled && <strong> {t("cancelled")}</strong>}
      </p>
      <h3>{title}</h3>
      <p className={styles["about"]}>{about.join(" · ")}</p>
      {conflicts.length > 0 && (
        <ul className={styles["conflicts"]}>
          {conflicts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {session.isEditable && (
        <div className={styles["ways"]}>
          <span data-handle className={styles["handle"]} aria-hidden="true">
            ⠿ {t("drag")}
          </span>
          <a href={localePath(locale, `/organise/${slug}/programme/${session.id}`)} aria-label={t("editOf", { title })}>
            {t("edit")}
          </a>
          <MoveForm
            action={move}
            hidden={{ event: slug, session: session.id, language: locale, seen: session.mark }}
            starts={session.starts}
            room={session.room?.id ?? ""}
            rooms={[{ value: "", label: t("noRoom") }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))]}
            texts={{
              open: t("moveThis"),
              label: t("moveOf", { title }),
              earlier: t("earlier"),
              later: t("later"),
              starts: t("starts"),
              room: t("room"),
              submit: t("moveTo"),
            }}
          />
        </div>
      )}
    </li>
  );
}
