import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** It is full, and the attendee waits; `place` is the place in line, 1 for whoever is next. */
export function registrationWaiting(registration: RegistrationInLetter, place: number, locale: Locale): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("waiting.subject", { event }),
    heading: t("waiting.heading"),
    paragraphs: [t("waiting.intro", { event }), t("waiting.place", { place })],
  });
  const heading = translator(locale, "mail")("nextHeading");
  return render({ ...letter, next: { heading, items: [t("waiting.next"), t("waiting.page")] } });
}
