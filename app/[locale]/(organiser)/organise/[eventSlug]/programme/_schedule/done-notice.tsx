import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { EditedProgramme } from "@/lib/programme/queries/edited-programme";
import { ToolForm } from "../../../../_form/tool-form";
import { move } from "../actions";
import styles from "./schedule.module.css";

type Props = {
  readonly programme: EditedProgramme;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly slug: string;
  readonly locale: Locale;
};

const REMOVALS = ["deleted", "called_off", "held_again"] as const;

/** What has just been done, and for a move the way back. */
export function DoneNotice({ programme, query, slug, locale }: Props) {
  const t = translator(locale, "programmeEditor");
  const { done, session: id, starts, room } = query;
  const session = programme.sessions.find((each) => each.id === id);
  const removal = REMOVALS.find((each) => each === done);
  if (removal) return <p role="status">{t(removal)}</p>;
  if (done === "tracks") return <p role="status">{t("tracksSaved")}</p>;
  const count = Number(query["count"]);
  if (done === "breaks" && count > 0) return <p role="status">{t("breaksAdded", { count })}</p>;
  if (done === "imported" && count > 0) return <p role="status">{t("imported", { count })}</p>;
  if (!session) return null;
  const title = session.title[locale];
  if (done === "saved") return <p role="status">{t("saved", { title })}</p>;
  if (done !== "moved") return null;
  const now = { title, starts: session.starts };
  return (
    <div className={styles["undo"]}>
      <p role="status">{session.roomName ? t("movedIn", { ...now, room: session.roomName }) : t("moved", now)}</p>
      {session.isEditable && typeof starts === "string" && typeof room === "string" && (
        <ToolForm
          key={session.mark}
          action={move}
          hidden={{ event: slug, session: session.id, language: locale, seen: session.mark, starts, room }}
          texts={{ submit: t("undo"), working: t("working"), errorTitle: t("errorTitle") }}
        />
      )}
    </div>
  );
}
