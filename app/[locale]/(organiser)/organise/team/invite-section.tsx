import { MEMBER_ROLES } from "@/lib/auth/scopes";
import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { ToolForm } from "../../_form/tool-form";
import frameStyles from "../../_frame/frame.module.css";
import { invite } from "./actions";

type Props = {
  readonly locale: Locale;
  readonly organisation: string;
  readonly events: readonly { readonly id: string; readonly title: Localised }[];
};

/** Asks somebody to work here. */
export function InviteSection({ locale, organisation, events }: Props) {
  const t = translator(locale, "team");
  return (
    <section className={frameStyles["section"]} aria-labelledby="invite">
      <h2 id="invite">{t("invite")}</h2>
      <p>{t("inviteHelp")}</p>
      <ToolForm
        action={invite}
        hidden={{ language: locale, organisation }}
        fields={[
          { name: "email", label: t("inviteEmail"), type: "email" },
          {
            ...{ name: "role", label: t("roleHeading"), type: "choice", value: "EDITOR" },
            options: MEMBER_ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
          },
          {
            ...{ name: "event", label: t("where"), type: "choice" },
            options: [
              { value: "", label: t("everywhere") },
              ...events.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) })),
            ],
          },
        ]}
        texts={{ submit: t("send"), working: t("working"), errorTitle: t("errorTitle") }}
      />
    </section>
  );
}
