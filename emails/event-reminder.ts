import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deadlineItems, type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** To somebody with a place, shortly before. `daysLeft`: whole days until the attendee's first day; 0 on the day. */
export function eventReminder(
  { registration, daysLeft }: { readonly registration: RegistrationInLetter; readonly daysLeft: number },
  locale: Locale,
): Message {
  const t = translator(locale, "mail");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("reminder.subject", { days: daysLeft, event }),
    heading: t("reminder.heading", { days: daysLeft }),
    paragraphs: [t("reminder.intro", { event })],
  });
  const items = [t("reminder.arrive", { reference: registration.reference }), ...deadlineItems(registration, locale)];
  return render({ ...letter, next: { heading: t("reminder.nextHeading"), items } });
}
