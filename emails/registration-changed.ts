import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deadlineItems, type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** How the registration looks after a change. */
export function registrationChanged(registration: RegistrationInLetter, locale: Locale): Message {
  const t = translator(locale, "mail");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("changed.subject", { event }),
    heading: t("changed.heading"),
    paragraphs: [t("changed.intro", { event })],
  });
  const items = [...deadlineItems(registration, locale), t("changed.calendar")];
  return render({ ...letter, next: { heading: t("nextHeading"), items } });
}
