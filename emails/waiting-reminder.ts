import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { fullInWords, offersInWords, type WhyWaiting } from "@/lib/i18n/waiting-reasons";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** To somebody still in line: `place` is the place in it, 1 for whoever is next, `why` what keeps them there. */
export function waitingReminder(
  registration: RegistrationInLetter,
  { place, why }: { readonly place: number; readonly why: WhyWaiting },
  locale: Locale,
): Message {
  const t = translator(locale, "mailReminders");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("waiting.subject", { event }),
    heading: t("waiting.heading"),
    paragraphs: [
      [t("waiting.intro", { event }), ...fullInWords(why, locale)].join(" "),
      translator(locale, "mailWaiting")("waiting.place", { place }),
    ],
    kept: [[...fullInWords(why, locale), translator(locale, "mailWaiting")("waiting.place", { place })].join(" ")],
  });
  const items = [offersInWords(why, locale), t("waiting.leave")];
  return render({ ...letter, next: { heading: translator(locale, "mail")("nextHeading"), items } });
}
