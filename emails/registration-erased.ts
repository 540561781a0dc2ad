import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type EventInLetter, eventHead, greeting } from "./event-in-letter";
import { type Message, render } from "./render";

/** Confirms that somebody's details are gone. Knows no name any more; the address goes once this has been sent. */
export function registrationErased(
  { event, eventUrl }: { readonly event: EventInLetter; readonly eventUrl: string },
  locale: Locale,
): Message {
  const t = translator(locale, "mailSelfService");
  const m = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  return render({
    ...eventHead(event, event.days, locale),
    subject: t("erased.subject", { event: title }),
    preheader: t("erased.intro", { event: title }),
    heading: t("erased.heading"),
    paragraphs: [greeting(null, locale), t("erased.intro", { event: title }), t("erased.stays")],
    facts: [],
    action: { label: m("toEvent"), url: eventUrl, note: null },
    next: null,
    footer: t("erased.footer", { organiser: event.organiser }),
  });
}
