import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale, Localised } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, formatList, formatTime, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type DayInLetter, dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import type { Letter } from "./letter";

/** What letters to an attendee say about the registration. */
export type RegistrationInLetter = {
  readonly event: EventInLetter;
  readonly name: string;
  readonly reference: string;
  /** The days chosen, in order. */
  readonly days: readonly DayInLetter[];
  readonly sessions: readonly {
    readonly title: Localised;
    readonly startsAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
    readonly room: string | null;
  }[];
  /** Named where the event has more than one. */
  readonly category: Localised | null;
  /** Whether the place was taken over from somebody else. */
  readonly isSubstitute: boolean;
  /** The colleague who registered this person, who has not been here themselves yet. */
  readonly bookedBy: string | null;
  /** Last days to change and to cancel; null once they have passed. */
  readonly lastEditDay: Temporal.PlainDate | null;
  readonly lastCancelDay: Temporal.PlainDate | null;
  /** The personal link. */
  readonly link: string;
};

/** When, where, what was chosen, and the reference. */
export function registrationFacts(registration: RegistrationInLetter, locale: Locale): Letter["facts"] {
  const { event, days, sessions, category, reference } = registration;
  const t = translator(locale, "mail");
  const shown = days.length > 0 ? days : event.days;
  const all = [
    { label: event.days.length > 1 ? t("yourDays") : t("when"), lines: dayLines(event, shown, locale) },
    { label: t("where"), lines: placeLines(event, locale) },
    { label: t("sessions"), lines: sessions.map((session) => sessionLine(session, event, locale)) },
    { label: t("category"), lines: category ? [inLocale(category, locale)] : [] },
    { label: t("reference"), lines: [reference] },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

function sessionLine(
  { title, startsAt, endsAt, room }: RegistrationInLetter["sessions"][number],
  { timeZone }: EventInLetter,
  locale: Locale,
): string {
  const t = translator(locale, "mail");
  const line = {
    title: inLocale(title, locale),
    date: formatDate(localDate(startsAt, timeZone), locale),
    from: formatTime(startsAt, timeZone, locale),
    to: formatTime(endsAt, timeZone, locale),
  };
  return room ? t("sessionLineInRoom", { ...line, room }) : t("sessionLine", line);
}

/** Until when one may change and cancel. */
export function deadlineItems(registration: RegistrationInLetter, locale: Locale): string[] {
  const { lastEditDay, lastCancelDay, event } = registration;
  const t = translator(locale, "mail");
  return [
    ...(lastEditDay ? [t("nextEdit", { date: formatDate(lastEditDay, locale, "with-year") })] : []),
    lastCancelDay
      ? t("nextCancel", { date: formatDate(lastCancelDay, locale, "with-year") })
      : t("nextCancelClosed", { name: event.contact.name }),
  ];
}

/** What the letters to an attendee have in common. */
export function registrationLetter(
  registration: RegistrationInLetter,
  locale: Locale,
  own: {
    readonly subject: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    /** Those of the paragraphs that stay when an organiser has written the others. */
    readonly kept?: readonly string[];
  },
): Letter {
  const { event, name, days, link } = registration;
  const t = translator(locale, "mail");
  const shown = days.length > 0 ? days : event.days;
  const facts = registrationFacts(registration, locale);
  return {
    ...eventHead(event, shown, locale, registrationFields(registration, locale)),
    subject: own.subject,
    preheader: [...dayLines(event, shown.slice(0, 1), locale), event.venue?.name, registration.reference]
      .filter(Boolean)
      .join(" · "),
    heading: own.heading,
    paragraphs: [greeting(name, locale), ...own.paragraphs, ...bookedByLines(registration, locale)],
    kept: [...(own.kept ?? []), ...bookedByLines(registration, locale)],
    facts,
    action: { label: t("openRegistration"), url: link, note: t("linkNote") },
    next: { heading: t("nextHeading"), items: [...deadlineItems(registration, locale), t("nextCalendar")] },
    footer: t("footerRegistered", { event: inLocale(event.title, locale), organiser: event.organiser }),
  };
}

/** What an organiser's text can say of a registration. */
function registrationFields(
  { event, name, reference, category, days, sessions }: RegistrationInLetter,
  locale: Locale,
) {
  const shown = days.length > 0 ? days : event.days;
  return {
    name: plainName(name),
    reference,
    category: category ? inLocale(category, locale) : "",
    days: formatList(dayLines(event, shown, locale), locale),
    sessions: formatList(
      sessions.map(({ title }) => inLocale(title, locale)),
      locale,
    ),
  };
}

function bookedByLines({ bookedBy }: RegistrationInLetter, locale: Locale): string[] {
  const name = bookedBy && plainName(bookedBy);
  return name ? [translator(locale, "mailBooking")("bookedBy", { name })] : [];
}
