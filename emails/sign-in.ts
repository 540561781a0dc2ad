import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { greeting } from "./event-in-letter";
import { type Message, render } from "./render";

export type SignInInLetter = {
  readonly name: string | null;
  /** Six digits. */
  readonly code: string;
  /** The page with the button; opening it signs nobody in. */
  readonly link: string;
};

/** The link and the code with which an organiser signs in. */
export function signIn({ name, code, link }: SignInInLetter, locale: Locale): Message {
  const t = translator(locale, "mail");
  return render({
    locale,
    subject: t("signIn.subject"),
    preheader: t("signIn.preheader"),
    masthead: t("product"),
    accent: null,
    date: null,
    title: null,
    heading: t("signIn.heading"),
    paragraphs: [greeting(name, locale), t("signIn.intro")],
    code,
    facts: [],
    action: { label: t("signIn.action"), url: link, note: t("signIn.validity") },
    next: null,
    contact: t("signIn.notYou"),
    footer: t("signIn.footer"),
  });
}
