import { dateInWords, placeLines } from "@/emails/event-in-letter";
import { mailing as mailingLetter } from "@/emails/mailing";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { inLocale } from "@/lib/i18n/format";
import type { ComposedMail } from "@/lib/mail/composed";
import type { MailingInMail } from "../queries/mailing-in-mail";
import { merged } from "../rules/merge-fields";

/** A mailing as one person reads it. */
export function composed(mailing: MailingInMail, registration: RegistrationInLetter, locale: Locale): ComposedMail {
  const isEnglish = locale === "en" && mailing.subjectEn !== null;
  const [subject, text] = isEnglish ? [mailing.subjectEn, mailing.bodyEn] : [mailing.subjectSv, mailing.bodySv];
  const { event, days, name, reference } = registration;
  const values = {
    name: plainName(name),
    reference,
    event: inLocale(event.title, locale),
    date: dateInWords(days.length > 0 ? days : event.days, locale),
    place: placeLines(event, locale).filter(Boolean).join(", "),
  };
  const letter = { registration, subject: merged(subject ?? "", values), text: merged(text ?? "", values) };
  return mailingLetter(letter, locale);
}
