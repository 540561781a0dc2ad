import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/localised";
import { type Messages, messages, type Namespace } from "./messages";

/**
 * Texts of one namespace in one language: `const t = translator(locale, "shell"); t("skipToContent")`.
 * Pure: the same function serves pages, mails, exports and tests. A missing key throws.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale} ${namespace}`;
  const known = translators.get(key) as Translator<N> | undefined;
  if (known) return known;
  const made = newTranslator(locale, namespace);
  translators.set(key, made);
  return made;
}

type Translator<N extends Namespace> = ReturnType<typeof newTranslator<N>>;

/** Kept, because a translator reads each message's syntax once and a new one would read them all again. */
const translators = new Map<string, unknown>();

function newTranslator<N extends Namespace>(locale: Locale, namespace: N) {
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
