import { mailing as mailingLetter } from "@/emails/mailing";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import type { Locale } from "@/lib/core/localised";
import type { ComposedMail } from "@/lib/mail/composed";
import type { MailingInMail } from "../queries/mailing-in-mail";

/** A mailing as one person reads it. */
export function composed(mailing: MailingInMail, registration: RegistrationInLetter, locale: Locale): ComposedMail {
  const isEnglish = locale === "en" && mailing.subjectEn !== null;
  const [subject, text] = isEnglish ? [mailing.subjectEn, mailing.bodyEn] : [mailing.subjectSv, mailing.bodySv];
  return mailingLetter({ registration, subject: subject ?? "", text: text ?? "" }, locale);
}
