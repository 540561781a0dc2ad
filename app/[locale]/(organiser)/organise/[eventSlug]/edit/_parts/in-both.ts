import type { FieldView } from "@/app/[locale]/(public)/_form/form-view";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

type Asked = { readonly name: string; readonly label: string; readonly help?: string; readonly required?: boolean };

/** One text in both languages: the Swedish is what is asked for, the English may be left to it. Long ones by their lines. */
export function inBothLanguages({ name, label, help, required = false }: Asked, locale: Locale, rows = 0): FieldView[] {
  const t = translator(locale, "editor");
  const field = (suffix: "Sv" | "En", words: string, own: string | undefined, isNeeded: boolean): FieldView => {
    const named = { name: `${name}${suffix}`, id: `${name}${suffix}`.replaceAll(".", "-"), label: words };
    const asked = { ...named, required: isNeeded, ...(own && { help: own }) };
    return rows > 0 ? { ...asked, kind: "text", rows } : { ...asked, kind: "line", type: "text" };
  };
  return [
    field("Sv", t("swedish", { field: label }), help, required),
    field("En", t("english", { field: label }), t("englishHelp"), false),
  ];
}
