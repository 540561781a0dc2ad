import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deadlineItems, type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** Somebody filled in the form with an address that is registered: its owner alone is told, and gets the link. */
export function registrationExists(registration: RegistrationInLetter, locale: Locale): Message {
  const t = translator(locale, "mail");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("exists.subject", { event }),
    heading: t("exists.heading"),
    paragraphs: [t("exists.intro", { event }), t("exists.notYou")],
  });
  return render({
    ...letter,
    next: { heading: t("reminder.nextHeading"), items: deadlineItems(registration, locale) },
  });
}
