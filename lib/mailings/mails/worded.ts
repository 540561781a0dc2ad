import { inOwnWords, type OwnWords } from "@/emails/own-words";
import { render } from "@/emails/render";
import type { Locale } from "@/lib/core/localised";
import type { ComposedMail } from "@/lib/mail/composed";
import type { OwnMessage } from "../rules/own-messages";
import type { SampleGround } from "./sample-ground";
import { sampleLetter } from "./samples";

/** A message in an organiser's words, and in the standard ones. */
export function worded(
  message: OwnMessage,
  ground: SampleGround,
  words: OwnWords | null,
  locale: Locale,
): { readonly letter: ComposedMail; readonly standard: ComposedMail } {
  const standard = sampleLetter(message, ground, locale);
  return { standard, letter: words ? render(inOwnWords(standard.letter, words)) : standard };
}
