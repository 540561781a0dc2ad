import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

export type CancelledInLetter = {
  readonly event: EventInLetter;
  readonly name: string;
  readonly reference: string;
  /** Until when one may register again; null when registration is not open. */
  readonly lastRegistrationDay: Temporal.PlainDate | null;
  /** False for somebody who only waited for a place. */
  readonly hadPlace: boolean;
  /** The event's page. */
  readonly eventUrl: string;
};

/** "Din plats är avbokad": somebody's own place, not the event. */
export function registrationCancelled(cancelled: CancelledInLetter, locale: Locale): Message {
  const { event, name, reference, lastRegistrationDay, eventUrl, hadPlace } = cancelled;
  const t = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  const left = translator(locale, "mailSelfService");
  const intro = hadPlace ? t("cancelled.intro", { event: title }) : left("leftLine.intro", { event: title });
  const again =
    lastRegistrationDay && t("cancelled.again", { date: formatDate(lastRegistrationDay, locale, "with-year") });
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(name), reference }),
    subject: t("cancelled.subject", { event: title }),
    preheader: intro,
    heading: hadPlace ? t("cancelled.heading") : left("leftLine.heading"),
    paragraphs: [greeting(name, locale), intro],
    // Who only waited has no place to lose, whatever the organiser writes to those who had.
    kept: hadPlace ? [] : [intro],
    facts: [
      { label: t("when"), lines: dayLines(event, event.days, locale) },
      { label: t("where"), lines: placeLines(event, locale) },
      { label: t("reference"), lines: [reference] },
    ],
    action: { label: t("toEvent"), url: eventUrl, note: null },
    next: {
      heading: t("nextHeading"),
      items: [...(hadPlace ? [t("cancelled.calendar")] : []), ...(again ? [again] : [])],
    },
    footer: t("footerRegistered", { event: title, organiser: event.organiser }),
  });
}
