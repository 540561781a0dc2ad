import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** "Du är anmäld": the place is confirmed. */
export function registrationConfirmed(registration: RegistrationInLetter, locale: Locale): Message {
  const t = translator(locale, "mail");
  const event = inLocale(registration.event.title, locale);
  const takenOver = registration.isSubstitute ? [translator(locale, "mailSelfService")("takenOver", { event })] : [];
  return render(
    registrationLetter(registration, locale, {
      subject: t("confirmed.subject", { event }),
      heading: t("confirmed.heading"),
      paragraphs: registration.isSubstitute ? takenOver : [t("confirmed.intro", { event })],
      kept: takenOver,
    }),
  );
}
