import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { InvitationBoard } from "@/lib/registrations/queries/invitation-board";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { add } from "../actions";

type Props = {
  readonly categories: InvitationBoard["categories"];
  readonly slug: string;
  readonly locale: Locale;
};

/** One more person to invite, by hand. */
export function AddSection({ categories, slug, locale }: Props) {
  const t = translator(locale, "invitations");
  return (
    <section className={frameStyles["section"]} aria-labelledby="add">
      <h2 id="add">{t("add")}</h2>
      <p>{t("addHelp")}</p>
      <ToolForm
        action={add}
        hidden={{ event: slug, locale }}
        fields={[
          { name: "name", label: t("name"), type: "text" },
          { name: "email", label: t("email"), type: "email" },
          { name: "organisation", label: t("organisation"), type: "text" },
          { name: "municipality", label: t("municipality"), type: "text" },
          { name: "group", label: t("group"), type: "text" },
          {
            name: "category",
            label: t("category"),
            type: "choice",
            options: [
              { value: "", label: t("ownChoice") },
              ...categories.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
            ],
          },
          {
            name: "language",
            label: t("language"),
            type: "choice",
            options: (["sv", "en"] as const).map((value) => ({ value, label: t("languageOf", { language: value }) })),
          },
          { name: "guests", label: t("guests"), type: "text", value: "0" },
        ]}
        texts={{ submit: t("addSubmit"), working: t("working"), errorTitle: t("errorTitle", { title: t("title") }) }}
      />
    </section>
  );
}
