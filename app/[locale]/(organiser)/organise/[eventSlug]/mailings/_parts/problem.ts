import type { Locale } from "@/lib/core/localised";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { MailingErrorCode } from "@/lib/mailings/errors";
import { offeredFields, type TextProblem } from "@/lib/mailings/schema";

/** Why something was not done with a mailing. */
export type MailingProblem = {
  readonly ok: false;
  readonly code: MailingErrorCode | "rate_limited";
  readonly detail: TextProblem | { readonly count: number } | object | undefined;
};

/** The same in the reader's words. */
export function problemInWords({ code, detail }: MailingProblem, locale: Locale): string {
  const t = translator(locale, "mailings");
  if (detail && "field" in detail) {
    const field = t(detail.field).replace(/ \(.*\)$/, "");
    return t(code as "field_unknown", {
      field,
      written: detail.written,
      fields: formatList(offeredFields(locale), locale),
    });
  }
  const count = detail && "count" in detail ? formatNumber(detail.count, locale) : "";
  return t(code as "recipients_changed", { count });
}
