import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/localised";
import { type Messages, messages, type Namespace } from "./messages";

/**
 * Texts of one namespace in one language: `const t = translator(locale, "shell"); t("skipToContent")`.
 * Pure: the same function serves pages, mails, exports and tests. A missing key throws.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({
    locale,
    messages: messages[locale],
    namespace,
    timeZone: "UTC",
    onError(error) {
      throw error;
    },
  });
}
