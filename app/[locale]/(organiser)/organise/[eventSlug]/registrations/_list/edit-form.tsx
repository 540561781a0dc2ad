import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { EditablePerson } from "@/lib/reports/queries/editable-person";
import { ToolForm } from "../../../../_form/tool-form";
import { edit } from "../actions";
import { type ListView, listQuery } from "./view";

type Props = {
  readonly view: ListView;
  readonly person: EditablePerson;
  readonly locale: Locale;
  readonly page: number;
};

/** A row of the list, open to be corrected where it stands. */
export function EditForm({ view, person, locale, page }: Props) {
  const t = translator(locale, "participantList");
  const { slug, categories } = view.facets;
  const { reference, revision } = person;
  const query = listQuery(view, { page });
  return (
    <>
      <ToolForm
        action={edit}
        hidden={{ event: slug, language: locale, reference, revision, query }}
        fields={[
          { name: "name", label: t("name"), type: "text", value: person.name },
          { name: "organisationName", label: t("organisation"), type: "text", value: person.organisationName },
          {
            name: "category",
            label: t("category"),
            type: "choice",
            value: person.category,
            options: categories.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
          },
        ]}
        texts={{ submit: t("save"), working: t("working"), errorTitle: t("errorTitle", { title: person.name }) }}
      />
      <a href={`${localePath(locale, `/organise/${slug}/registrations`)}${query}#${reference}`}>{t("keep")}</a>
    </>
  );
}
