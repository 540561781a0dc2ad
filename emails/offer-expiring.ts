import type { Temporal } from "temporal-polyfill";
import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { answering, nextItems, untilInWords } from "./registration-offer";
import { type Message, render } from "./render";

/** The kept place has not been answered and will soon go to the next in line. `session`: null for a place at the event itself. */
export function offerExpiring(
  registration: RegistrationInLetter,
  offer: { readonly until: Temporal.Instant; readonly session: Localised | null },
  locale: Locale,
): Message {
  const t = translator(locale, "mailEvent");
  const waiting = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  const what = offer.session ? inLocale(offer.session, locale) : event;
  const moment = untilInWords(offer.until, registration.event.timeZone, locale);
  const paragraphs = [t(offer.session ? "expiring.introSession" : "expiring.intro", { what, event, until: moment })];
  const letter = registrationLetter(registration, locale, {
    subject: t("expiring.subject", { what, until: moment }),
    heading: t("expiring.heading"),
    paragraphs,
    kept: offer.session ? paragraphs : [],
  });
  return render({
    ...letter,
    fields: { ...letter.fields, answerBy: moment },
    ...answering(registration, moment, locale),
    facts: [{ label: waiting("offer.until"), lines: [moment] }, ...letter.facts],
    next: nextItems([t("expiring.once"), waiting(offer.session ? "sessionOffer.lapse" : "offer.lapse")], locale),
  });
}
