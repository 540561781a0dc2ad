import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

type EndedInLetter = {
  readonly event: EventInLetter;
  readonly name: string;
  readonly reference: string;
  /** The event's page. */
  readonly eventUrl: string;
};

/** The offer was not answered in time. `lastRegistrationDay`: until when one may register again; null when not open. */
export function registrationLapsed(
  ended: EndedInLetter & { readonly lastRegistrationDay: Temporal.PlainDate | null },
  locale: Locale,
): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(ended.event.title, locale);
  const day = ended.lastRegistrationDay;
  return letterAboutEnd(ended, locale, {
    subject: t("lapsed.subject", { event }),
    heading: t("lapsed.heading"),
    intro: t("lapsed.intro", { event }),
    items: day ? [t("lapsed.again", { date: formatDate(day, locale, "with-year") })] : [],
  });
}

/** The organiser has said no, with their reason where they gave one. */
export function registrationRejected(
  ended: EndedInLetter & { readonly reason: string | null },
  locale: Locale,
): Message {
  const t = translator(locale, "mailWaiting");
  const event = inLocale(ended.event.title, locale);
  return letterAboutEnd(ended, locale, {
    subject: t("rejected.subject", { event }),
    heading: t("rejected.heading"),
    intro: t("rejected.intro", { event }),
    reason: ended.reason ? t("rejected.reason", { reason: ended.reason }) : null,
    items: [t("rejected.deleted")],
  });
}

function letterAboutEnd(
  { event, name, reference, eventUrl }: EndedInLetter,
  locale: Locale,
  own: {
    readonly subject: string;
    readonly heading: string;
    readonly intro: string;
    readonly reason?: string | null;
    readonly items: readonly string[];
  },
): Message {
  const t = translator(locale, "mail");
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(name), reference }),
    subject: own.subject,
    preheader: own.intro,
    heading: own.heading,
    paragraphs: [greeting(name, locale), own.intro, ...(own.reason ? [own.reason] : [])],
    kept: own.reason ? [own.reason] : [],
    facts: [
      { label: t("when"), lines: dayLines(event, event.days, locale) },
      { label: t("where"), lines: placeLines(event, locale) },
      { label: t("reference"), lines: [reference] },
    ],
    action: { label: t("toEvent"), url: eventUrl, note: null },
    next: own.items.length > 0 ? { heading: t("nextHeading"), items: own.items } : null,
    footer: t("footerRegistered", { event: inLocale(event.title, locale), organiser: event.organiser }),
  });
}
