import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { fullInWords, offersInWords, type WhyWaiting } from "@/lib/i18n/waiting-reasons";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** What is full, and the attendee waits; `place` is the place in line, 1 for whoever is next, `why` what keeps them there. */
export function registrationWaiting(
  registration: RegistrationInLetter,
  { place, why }: { readonly place: number; readonly why: WhyWaiting },
  locale: Locale,
): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("waiting.subject", { event }),
    heading: t("waiting.heading"),
    paragraphs: [[t("waiting.intro", { event }), ...fullInWords(why, locale)].join(" "), t("waiting.place", { place })],
    kept: [[...fullInWords(why, locale), t("waiting.place", { place })].join(" ")],
  });
  const heading = translator(locale, "mail")("nextHeading");
  return render({ ...letter, next: { heading, items: [offersInWords(why, locale), t("waiting.page")] } });
}
