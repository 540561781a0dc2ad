import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { ToolForm } from "../_form/tool-form";
import { EmptyState } from "../_frame/empty-state";
import { found } from "./actions";

/** Where somebody who belongs to nothing yet begins: an organisation of their own. */
export function Found({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, "team");
  return (
    <EmptyState title={t("found.heading")}>
      <p>{t("found.lead")}</p>
      <ToolForm
        action={found}
        hidden={{ language: locale }}
        fields={[{ name: "name", label: t("found.name"), type: "text" }]}
        texts={{ submit: t("found.submit"), working: t("working"), errorTitle: t("errorTitle") }}
      />
    </EmptyState>
  );
}
