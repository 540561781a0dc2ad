import type { Locale } from "@/lib/core/localised";
import * as texts from "@/lib/i18n/messages/event-mail";
import { translator } from "@/lib/i18n/translator";

type Named = keyof typeof texts.sv.of;

/** What a message is called in the list. */
export function messageName(message: string, locale: Locale): string {
  const known = Object.hasOwn(texts.sv.of, message) ? (message as Named) : "other";
  return translator(locale, "eventMail")(`of.${known}`);
}
