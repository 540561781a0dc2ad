import { CHOOSABLE } from "@/lib/core/file-kinds";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { EventMaterial } from "@/lib/programme/queries/event-materials";
import type { SessionWithPeople } from "@/lib/programme/queries/material-owners";
import { ToolForm } from "../../../_form/tool-form";
import frameStyles from "../../../_frame/frame.module.css";
import { add, decide } from "./actions";
import { MaterialTable } from "./material-table";

type Props = {
  readonly materials: readonly EventMaterial[];
  readonly sessions: readonly SessionWithPeople[];
  readonly slug: string;
  readonly timeZone: string;
  readonly canChange: boolean;
  readonly locale: Locale;
};

/** The event's materials: what is there, which of it is public, and one more. */
export function MaterialsSection({ materials, sessions, slug, timeZone, canChange, locale }: Props) {
  const t = translator(locale, "speakers");
  const hidden = { event: slug, language: locale };
  const texts = { working: t("working"), errorTitle: t("errorTitle") };
  const table = <MaterialTable {...{ materials, slug, timeZone, locale }} canChoose={canChange} />;
  const owners = sessions.flatMap(({ id, title, people }) => [
    ...people.map((person) => ({ value: `${id}/${person.id}`, label: `${person.name} · ${title[locale]}` })),
    { value: id, label: title[locale] },
  ]);
  return (
    <section className={frameStyles["section"]} aria-labelledby="materials">
      <h2 id="materials">{t("materials.title")}</h2>
      <p>{t(materials.length === 0 ? "materials.none" : "materials.help")}</p>
      {materials.length > 0 && !canChange && table}
      {materials.length > 0 && canChange && (
        <ToolForm
          action={decide}
          hidden={hidden}
          fields={[
            {
              ...{ name: "decision", label: t("materials.decision"), type: "choice" },
              options: (["publish", "hide", "remove"] as const).map((value) => ({
                value,
                label: t(`materials.decisions.${value}`),
              })),
            },
            { name: "publicOn", label: t("materials.publicOn"), type: "date" },
          ]}
          texts={{ ...texts, submit: t("materials.decide") }}
        >
          {table}
        </ToolForm>
      )}
      {canChange && (
        <section aria-labelledby="add-material">
          <h3 id="add-material">{t("materials.add")}</h3>
          <ToolForm
            action={add}
            hidden={hidden}
            fields={[
              {
                ...{ name: "belongsTo", label: t("materials.belongsTo"), type: "choice" },
                options: [{ value: "", label: t("materials.wholeEvent") }, ...owners],
              },
              { name: "titleSv", label: t("materials.titleSv"), type: "text" },
              { name: "titleEn", label: t("materials.titleEn"), type: "text" },
              {
                name: "file",
                label: t("materials.file"),
                type: "file",
                accept: CHOOSABLE,
                help: t("materials.fileHelp"),
              },
              { name: "link", label: t("materials.link"), type: "url" },
              { name: "consent", label: t("materials.consent"), type: "tick" },
            ]}
            texts={{ ...texts, submit: t("materials.save") }}
          />
        </section>
      )}
    </section>
  );
}
