import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { FormTexts } from "./form-view";

/** The frame of a form in one language; what differs between forms is handed in. */
export function formTexts(
  locale: Locale,
  own: Pick<FormTexts, "title" | "submit" | "submitting" | "problemHeading">,
): FormTexts {
  const t = translator(locale, "register");
  return {
    ...own,
    errorTitle: t("errorTitle", { title: own.title }),
    optional: t("optional"),
    errorHeading: { one: t("errorHeading", { count: 1 }), other: t("errorHeading", { count: 99 }).replace("99", "#") },
    nothingLost: t("nothingLost"),
    trap: t("trap"),
  };
}
