import type { Temporal } from "temporal-polyfill";
import { dateInWords, placeLines } from "@/emails/event-in-letter";
import { mailing as mailingLetter } from "@/emails/mailing";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { ComposedMail, Composer } from "@/lib/mail/composed";
import { about, eventUrl, inLetter, letterOf } from "@/lib/registrations/mails";
import { findRegistrationInMail } from "@/lib/registrations/queries/registration-in-mail";
import { tabOf } from "@/lib/reports/queries/registration-conditions";
import { findMailingInMail, findRegistrationByReference, type MailingInMail } from "./queries/mailing-in-mail";
import { merged } from "./rules/merge-fields";

/** How mailings are composed: with what is true of the recipient when the mail leaves. */
export const mailingMails = {
  // Who is no longer among those it was written to, because they have cancelled or got a place, gets none.
  mailing: about(async (registration, locale, now, params) => {
    const mailing = await findMailingInMail(String(params["mailing"]));
    if (mailing?.state !== "QUEUED") return "obsolete";
    const { status } = mailing.filter;
    if (status !== "all" && tabOf(registration.state) !== status) return "obsolete";
    return composed(mailing, await inLetter(registration, locale, now), locale);
  }),

  "mailing-test": async ({ params, eventId, locale }, now) => {
    const asked = { eventId: eventId ?? "", reference: String(params["reference"]), locale };
    const preview = await previewOf(String(params["mailing"]), asked, now);
    if (!preview) return "obsolete";
    return { ...preview, subject: translator(locale, "mailings")("testSubject", { subject: preview.subject }) };
  },
} satisfies Record<string, Composer>;

type Asked = { readonly eventId: string; readonly reference: string; readonly locale: Locale };

/**
 * A mailing as a real person of the event would read it; null when there is no such mailing or person. Its button leads to
 * the event's page: an organiser reads it, to whom the person's own link is none of their business.
 */
export async function previewOf(
  mailingId: string,
  { eventId, reference, locale }: Asked,
  now: Temporal.Instant,
): Promise<ComposedMail | null> {
  const [mailing, id] = await Promise.all([
    findMailingInMail(mailingId),
    findRegistrationByReference(eventId, reference),
  ]);
  const registration = id ? await findRegistrationInMail(id) : null;
  if (!registration || mailing?.eventId !== eventId) return null;
  return composed(mailing, letterOf(registration, eventUrl(registration.event.slug, locale), now), locale);
}

function composed(mailing: MailingInMail, registration: RegistrationInLetter, locale: Locale): ComposedMail {
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
