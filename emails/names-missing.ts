import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { BookingInLetter } from "./booking-made";
import { dayLines, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

/** To whoever booked places for colleagues who are still to be named: how many, and until when. */
export function namesMissing(booking: BookingInLetter, locale: Locale): Message {
  const { event, reference, registrantName, people, lastNamingDay, link } = booking;
  const m = translator(locale, "mail");
  const b = translator(locale, "mailBooking");
  const t = translator(locale, "mailReminders");
  const title = inLocale(event.title, locale);
  const count = people.filter(({ name }) => name === null).length;
  const named = people.flatMap(({ name, state }) => (name !== null && state === "CONFIRMED" ? [plainName(name)] : []));
  const deadline = lastNamingDay && t("names.deadline", { date: formatLongDate(lastNamingDay, locale) });
  const intro = t("names.intro", { event: title, count });
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(registrantName), reference }),
    subject: t("names.subject", { event: title, count }),
    preheader: deadline ?? intro,
    heading: t("names.heading"),
    paragraphs: [greeting(registrantName, locale), intro, ...(deadline ? [deadline] : [])],
    kept: [intro, ...(deadline ? [deadline] : [])],
    facts: [
      ...(named.length > 0 ? [{ label: t("names.named"), lines: named }] : []),
      { label: m("when"), lines: dayLines(event, event.days, locale) },
      { label: m("where"), lines: placeLines(event, locale) },
      { label: b("reference"), lines: [reference] },
    ],
    action: { label: t("names.action"), url: link, note: b("linkNote") },
    next: { heading: m("nextHeading"), items: [b("theirOwn"), t("names.fewer")] },
    footer: b("footer", { event: title, organiser: event.organiser }),
  });
}
