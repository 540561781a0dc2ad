import type { Locale } from "@/lib/core/localised";
import { inOwnWords } from "./own-words";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** What an organiser wrote to somebody: a subject and a text in Markdown, both with merge fields. */
export function mailing(
  {
    registration,
    subject,
    text,
  }: { readonly registration: RegistrationInLetter; readonly subject: string; readonly text: string },
  locale: Locale,
): Message {
  const letter = registrationLetter(registration, locale, { subject, heading: subject, paragraphs: [] });
  return render(inOwnWords({ ...letter, facts: [], next: null }, { subject, body: text }));
}
