import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { paragraphsOf } from "./paragraphs";
import { type Message, render } from "./render";

/** As what somebody is told: what they have to do with the event. */
export type EventCancelledInLetter = {
  readonly event: EventInLetter;
  readonly name: string | null;
  readonly toldAs: "confirmed" | "pending" | "offered" | "waiting" | "booker" | "invited" | "speaker";
  readonly reference: string | null;
  /** What the organiser wrote, as it was typed; null for nothing. */
  readonly message: string | null;
  /** The event's page. */
  readonly eventUrl: string;
};

/** "Inställt": the whole event, not somebody's own place. */
export function eventCancelled(cancelled: EventCancelledInLetter, locale: Locale): Message {
  const { event, name, toldAs, reference, message, eventUrl } = cancelled;
  const t = translator(locale, "mailEvent");
  const mail = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  const { organiser } = event;
  const intro = t("cancelled.intro", { event: title });
  const told = [
    t(`cancelled.as.${toldAs}`),
    ...(message ? [t("cancelled.writes", { organiser }), ...paragraphsOf(message)] : []),
  ];
  const wasRegistered = reference !== null;
  return render({
    ...eventHead(event, event.days, locale, { name: plainName(name ?? "") }),
    subject: t("cancelled.subject", { event: title }),
    preheader: intro,
    heading: t("cancelled.heading"),
    paragraphs: [greeting(name, locale), intro, ...told],
    kept: told,
    facts: [
      { label: t("cancelled.wasWhen"), lines: dayLines(event, event.days, locale) },
      ...(event.venue ? [{ label: t("cancelled.wasWhere"), lines: placeLines(event, locale) }] : []),
      ...(reference ? [{ label: mail("reference"), lines: [reference] }] : []),
    ],
    action: { label: mail("toEvent"), url: eventUrl, note: null },
    next: wasRegistered
      ? {
          heading: mail("nextHeading"),
          items: [
            ...(toldAs === "confirmed" ? [t("cancelled.calendar")] : []),
            t("cancelled.nothing"),
            t("cancelled.needs"),
          ],
        }
      : null,
    footer: footerOf(toldAs, { event: title, organiser }, locale),
  });
}

function footerOf(
  toldAs: EventCancelledInLetter["toldAs"],
  names: { readonly event: string; readonly organiser: string },
  locale: Locale,
): string {
  if (toldAs === "invited") return translator(locale, "mail")("footerInvited", names);
  if (toldAs === "speaker") return translator(locale, "mailEvent")("footerSpeaker", names);
  if (toldAs === "booker") return translator(locale, "mailBooking")("footer", names);
  return translator(locale, "mail")("footerRegistered", names);
}
