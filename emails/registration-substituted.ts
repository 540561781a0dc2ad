import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

export type SubstitutedInLetter = {
  readonly event: EventInLetter;
  readonly name: string;
  readonly reference: string;
  /** The event's page. */
  readonly eventUrl: string;
};

/** "Din plats är överlåten": somebody else comes instead. Does not say who. */
export function registrationSubstituted(substituted: SubstitutedInLetter, locale: Locale): Message {
  const { event, name, reference, eventUrl } = substituted;
  const t = translator(locale, "mailSelfService");
  const m = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(name), reference }),
    subject: t("substituted.subject", { event: title }),
    preheader: t("substituted.intro", { event: title }),
    heading: t("substituted.heading"),
    paragraphs: [greeting(name, locale), t("substituted.intro", { event: title })],
    facts: [
      { label: m("when"), lines: dayLines(event, event.days, locale) },
      { label: m("where"), lines: placeLines(event, locale) },
      { label: m("reference"), lines: [reference] },
    ],
    action: { label: m("toEvent"), url: eventUrl, note: null },
    next: {
      heading: m("nextHeading"),
      items: [m("cancelled.calendar"), t("substituted.link"), t("substituted.notYou")],
    },
    footer: m("footerRegistered", { event: title, organiser: event.organiser }),
  });
}
