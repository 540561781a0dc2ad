import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** The registration waits for the organiser's yes; a place is kept meanwhile. */
export function registrationPending(registration: RegistrationInLetter, locale: Locale): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("pending.subject", { event }),
    heading: t("pending.heading"),
    paragraphs: [t("pending.intro", { event })],
  });
  const heading = translator(locale, "mail")("nextHeading");
  return render({ ...letter, next: { heading, items: [t("pending.next"), t("pending.notYet")] } });
}
