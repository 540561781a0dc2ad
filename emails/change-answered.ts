import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** The organiser's answer to a change that was asked for, and how the registration looks now. */
export function changeAnswered(
  registration: RegistrationInLetter,
  answer: { readonly granted: boolean; readonly text: string | null },
  locale: Locale,
): Message {
  const t = translator(locale, "mailSelfService");
  const event = inLocale(registration.event.title, locale);
  const verdict = answer.granted ? "changeGranted" : "changeRefused";
  const paragraphs = [
    t(`${verdict}.intro`, { event }),
    ...(answer.text ? [t("changeAnswer", { answer: answer.text })] : []),
  ];
  return render(
    registrationLetter(registration, locale, {
      subject: t(`${verdict}.subject`, { event }),
      heading: t(`${verdict}.heading`),
      paragraphs,
      kept: paragraphs,
    }),
  );
}
