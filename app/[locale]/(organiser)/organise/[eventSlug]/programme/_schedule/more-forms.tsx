import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EditedProgramme } from "@/lib/programme/queries/edited-programme";
import { getEventTracks } from "@/lib/programme/queries/tracks";
import { type ToolField, ToolForm } from "../../../../_form/tool-form";
import { breaks, tracks } from "../actions";
import styles from "./schedule.module.css";

type Props = {
  readonly scope: EventScope;
  readonly programme: EditedProgramme;
  readonly slug: string;
  readonly locale: Locale;
};

/** Breaks and meals for a day in one go, and the tracks. */
export async function MoreForms({ scope, programme, slug, locale }: Props) {
  const t = translator(locale, "programmeEditor");
  const both = translator(locale, "editor");
  const { fields, mark } = await getEventTracks(scope);
  const stored = programme.tracks.map(({ id, name }) => ({ key: id, label: `${t("track")} ${name[locale]}` }));
  const rows = [...stored, { key: "new1", label: t("newTrack") }];
  const trackFields = rows.flatMap(({ key, label }): ToolField[] => {
    const field = (name: string, words: string): ToolField => ({
      ...{ name: `tracks.${key}.${name}`, label: words, type: "text" },
      value: fields[`tracks.${key}.${name}`] ?? "",
    });
    return [
      field("nameSv", both("swedish", { field: label })),
      field("nameEn", both("english", { field: label })),
      ...(key === "new1"
        ? []
        : [{ name: `tracks.${key}.remove`, label: `${t("remove")}: ${label}`, type: "tick" } as const]),
    ];
  });
  const texts = { working: t("working"), errorTitle: t("errorTitle") };
  return (
    <>
      <details className={styles["more"]}>
        <summary>{t("breaks")}</summary>
        <p>{t("breaksHelp")}</p>
        <ToolForm
          action={breaks}
          hidden={{ event: slug, language: locale }}
          fields={[
            {
              ...{ name: "day", label: t("day"), type: "choice" },
              options: programme.days.map(({ id, date }) => ({ value: id, label: formatLongDate(date, locale) })),
            },
            { name: "morning", label: t("morning"), type: "text", value: "10:00–10:30" },
            { name: "lunch", label: t("lunch"), type: "text", value: "12:00–13:00" },
            { name: "afternoon", label: t("afternoon"), type: "text", value: "14:30–15:00" },
          ]}
          texts={{ ...texts, submit: t("addBreaks") }}
        />
      </details>
      <details className={styles["more"]}>
        <summary>{t("tracks")}</summary>
        <p>{t("tracksHelp")}</p>
        <ToolForm
          key={mark}
          action={tracks}
          hidden={{ event: slug, language: locale, seen: mark }}
          fields={trackFields}
          texts={{ ...texts, submit: t("saveTracks") }}
        />
      </details>
    </>
  );
}
