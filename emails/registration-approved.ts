import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** The organiser has said yes: the place is confirmed. */
export function registrationApproved(registration: RegistrationInLetter, locale: Locale): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  return render(
    registrationLetter(registration, locale, {
      subject: t("approved.subject", { event }),
      heading: t("approved.heading"),
      paragraphs: [t("approved.intro", { event })],
    }),
  );
}
