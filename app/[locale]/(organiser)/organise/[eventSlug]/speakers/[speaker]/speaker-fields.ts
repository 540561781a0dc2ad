import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { SessionWithPeople } from "@/lib/programme/queries/material-owners";
import type { ToolField } from "../../../../_form/tool-form";

/** The fields of the form about a speaker, filled with what is known; one choice for each session of the event. */
export function speakerFields(
  values: Readonly<Record<string, string>>,
  sessions: readonly SessionWithPeople[],
  locale: Locale,
): readonly ToolField[] {
  const t = translator(locale, "speakers");
  const speak = translator(locale, "speak");
  const filled = (name: string) => ({ name, value: values[name] ?? "" });
  const parts = [
    { value: "", label: t("field.noPart") },
    ...(["SPEAKER", "MODERATOR", "PANELLIST"] as const).map((value) => ({ value, label: speak(`parts.${value}`) })),
  ];
  return [
    { ...filled("name"), label: t("field.name"), type: "text" },
    { ...filled("email"), label: t("field.email"), type: "email" },
    { ...filled("affiliation"), label: t("field.affiliation"), type: "text" },
    {
      ...{ name: "locale", value: values["locale"] ?? "sv", label: t("field.locale"), type: "choice" },
      options: [
        { value: "sv", label: t("field.swedish") },
        { value: "en", label: t("field.english") },
      ],
    },
    { ...filled("roleSv"), label: t("field.roleSv"), type: "text" },
    { ...filled("roleEn"), label: t("field.roleEn"), type: "text" },
    { ...filled("biographySv"), label: t("field.biographySv"), type: "long-text", rows: 5 },
    { ...filled("biographyEn"), label: t("field.biographyEn"), type: "long-text", rows: 5 },
    ...sessions.map(
      ({ id, title }): ToolField => ({
        ...filled(`part.${id}`),
        label: t("field.partAt", { title: title[locale] }),
        type: "choice",
        options: parts,
      }),
    ),
  ];
}
