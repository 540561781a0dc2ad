import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, inLocale } from "@/lib/i18n/format";
import type { sv } from "@/lib/i18n/messages/mail-booking";
import { translator } from "@/lib/i18n/translator";

import { dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

/** A booking as its letters say it. */
export type BookingInLetter = {
  readonly event: EventInLetter;
  readonly reference: string;
  readonly registrantName: string;
  readonly people: readonly { readonly name: string | null; readonly state: keyof typeof sv.state }[];
  readonly lastNamingDay: Temporal.PlainDate | null;
  /** The personal link of the booking. */
  readonly link: string;
};

/** Who got a place, who waits, and how many did not get in (`refused`); to whoever booked. */
export function bookingMade(booking: BookingInLetter, refused: number, locale: Locale): Message {
  const t = translator(locale, "mailBooking");
  const m = translator(locale, "mail");
  const { event, reference, registrantName, people, lastNamingDay } = booking;
  const title = inLocale(event.title, locale);
  const unnamed = people.filter(({ name }) => name === null).length;
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(registrantName), reference }),
    subject: t("subject", { event: title }),
    preheader: t("intro", { event: title, count: people.length }),
    heading: t("heading"),
    paragraphs: [
      greeting(registrantName, locale),
      t("intro", { event: title, count: people.length }),
      ...(refused > 0 ? [t("refused", { count: refused })] : []),
    ],
    kept: refused > 0 ? [t("refused", { count: refused })] : [],
    facts: [
      { label: t("people"), lines: people.map((person) => personLine(person, locale)) },
      { label: m("when"), lines: dayLines(event, event.days, locale) },
      { label: m("where"), lines: placeLines(event, locale) },
      { label: t("reference"), lines: [reference] },
    ],
    action: { label: t("open"), url: booking.link, note: t("linkNote") },
    next: {
      heading: m("nextHeading"),
      items: [
        ...(unnamed > 0 && lastNamingDay ? [t("name", { date: formatDate(lastNamingDay, locale, "with-year") })] : []),
        t("theirOwn"),
        t("change"),
      ],
    },
    footer: t("footer", { event: title, organiser: event.organiser }),
  });
}

/** The day to fill in names has passed, and `count` places went back; to whoever booked them. */
export function bookingNamesLapsed(booking: BookingInLetter, count: number, locale: Locale): Message {
  const t = translator(locale, "mailBooking");
  const { event, reference, registrantName, people } = booking;
  const title = inLocale(event.title, locale);
  const staying = people.filter(({ name, state }) => name !== null && state === "CONFIRMED");
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(registrantName), reference }),
    subject: t("lapsedSubject", { event: title }),
    preheader: t("lapsedIntro", { event: title, count }),
    heading: t("lapsedHeading"),
    paragraphs: [greeting(registrantName, locale), t("lapsedIntro", { event: title, count }), t("lapsedCost")],
    kept: [t("lapsedIntro", { event: title, count }), t("lapsedCost")],
    facts: [
      ...(staying.length > 0
        ? [{ label: t("staying"), lines: staying.map((person) => personLine(person, locale)) }]
        : []),
      { label: t("reference"), lines: [reference] },
    ],
    action: { label: t("open"), url: booking.link, note: null },
    next: null,
    footer: t("footer", { event: title, organiser: event.organiser }),
  });
}

function personLine({ name, state }: BookingInLetter["people"][number], locale: Locale): string {
  const t = translator(locale, "mailBooking");
  return t("person", { name: name === null ? t("nameToCome") : plainName(name), state: t(`state.${state}`) });
}
