import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { MAILING_FIELDS, type MailingField } from "@/lib/mailings/schema";
import type { ToolField } from "../../../../_form/tool-form";

/** The fields a mailing is written in, filled with what it says. */
export function textFields(said: Partial<Record<MailingField, string | null>>, locale: Locale): ToolField[] {
  const t = translator(locale, "mailings");
  return MAILING_FIELDS.map((name) => ({
    name,
    label: t(name),
    type: name.startsWith("subject") ? ("text" as const) : ("long-text" as const),
    value: said[name] ?? "",
    // Both stand across the sheet, as they do in the letter.
    rows: name.startsWith("subject") ? 4 : 10,
  }));
}
