import type { Locale } from "@/lib/core/localised";
import { formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { OwnTextErrorCode } from "@/lib/mailings/errors";
import { fieldsOf } from "@/lib/mailings/queries/own-texts";

/** Why something was not done with an own text. */
export type OwnTextProblem = {
  readonly ok: false;
  readonly code: OwnTextErrorCode | "rate_limited";
  readonly detail?: object | undefined;
};

/** The same in the reader's words. */
export function problemInWords({ code, detail }: OwnTextProblem, message: string, locale: Locale): string {
  const t = translator(locale, "ownTexts");
  const { field, written } = { field: "subject", written: "", ...detail };
  return t(`problem.${code}` as "problem.text_field_unknown", {
    field: t(field === "body" ? "body" : "subject"),
    written,
    fields: formatList(fieldsOf(message, locale), locale),
  });
}
