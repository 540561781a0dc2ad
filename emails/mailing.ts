import type { Locale } from "@/lib/core/localised";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** What an organiser wrote to somebody, merged: a subject, and a text of which each line is a paragraph. */
export function mailing(
  {
    registration,
    subject,
    text,
  }: { readonly registration: RegistrationInLetter; readonly subject: string; readonly text: string },
  locale: Locale,
): Message {
  const paragraphs = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return render({
    ...registrationLetter(registration, locale, { subject, heading: subject, paragraphs }),
    facts: [],
    next: null,
  });
}
