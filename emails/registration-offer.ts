import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale, Localised } from "@/lib/core/localised";
import { formatLongDate, formatTime, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** A place has become free and is kept for this person until `until`; the button leads to the page where one answers. */
export function registrationOffer(
  registration: RegistrationInLetter,
  until: Temporal.Instant,
  locale: Locale,
): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  const moment = untilInWords(until, registration.event.timeZone, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("offer.subject", { event, until: moment }),
    heading: t("offer.heading"),
    paragraphs: [t("offer.intro", { event, until: moment })],
  });
  return render({
    ...letter,
    fields: { ...letter.fields, answerBy: moment },
    ...answering(registration, moment, locale),
    facts: [{ label: t("offer.until"), lines: [moment] }, ...letter.facts],
    next: nextItems([t("offer.accept"), t("offer.decline"), t("offer.lapse")], locale),
  });
}

/** A place in a session somebody waits for, who has a place at the event already. */
export function sessionOffer(
  registration: RegistrationInLetter,
  offer: { readonly session: Localised; readonly until: Temporal.Instant },
  locale: Locale,
): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(registration.event.title, locale);
  const session = inLocale(offer.session, locale);
  const moment = untilInWords(offer.until, registration.event.timeZone, locale);
  const paragraphs = [t("sessionOffer.intro", { session, event, until: moment })];
  const letter = registrationLetter(registration, locale, {
    subject: t("sessionOffer.subject", { session, until: moment }),
    heading: t("sessionOffer.heading"),
    paragraphs,
    kept: paragraphs,
  });
  return render({
    ...letter,
    fields: { ...letter.fields, answerBy: moment },
    ...answering(registration, moment, locale),
    next: nextItems([t("sessionOffer.lapse")], locale),
  });
}

/** The button to the page where one answers. */
export function answering({ link }: RegistrationInLetter, moment: string, locale: Locale) {
  const t = translator(locale, "mailWaiting");
  const note = translator(locale, "mail")("linkNote");
  return { preheader: `${t("offer.until")} ${moment}`, action: { label: t("offer.action"), url: link, note } };
}

/** What happens now. */
export function nextItems(items: readonly string[], locale: Locale) {
  return { heading: translator(locale, "mail")("nextHeading"), items };
}

/** "fredag 3 november kl. 15:00". */
export function untilInWords(until: Temporal.Instant, timeZone: string, locale: Locale): string {
  const date = formatLongDate(localDate(until, timeZone), locale);
  return translator(locale, "mail")("until", { date, time: formatTime(until, timeZone, locale) });
}
