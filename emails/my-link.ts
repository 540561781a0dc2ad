import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deadlineItems, type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** The link to one's own registration, because somebody asked for it. */
export function myLink(registration: RegistrationInLetter, locale: Locale): Message {
  const t = translator(locale, "mailSelfService");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("myLink.subject", { event }),
    heading: t("myLink.heading"),
    paragraphs: [t("myLink.intro", { event }), t("myLink.notYou")],
  });
  const items = deadlineItems(registration, locale);
  return render({ ...letter, next: { heading: translator(locale, "mail")("reminder.nextHeading"), items } });
}
