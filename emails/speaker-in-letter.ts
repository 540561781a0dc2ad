import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale, Localised } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, formatList, formatTime, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import type { Letter } from "./letter";

/** One of a speaker's sessions as letters say it. */
export type SessionOfSpeaker = {
  readonly title: Localised;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly room: string | null;
  readonly with: readonly string[];
  readonly isCancelled: boolean;
};

/** What letters to a speaker say. */
export type SpeakerInLetter = {
  readonly event: EventInLetter;
  readonly name: string;
  readonly sessions: readonly SessionOfSpeaker[];
  /** The personal link to the programme sheet. */
  readonly link: string;
};

/** "16 november kl. 10:00–10:45". */
export function timeInWords(
  { startsAt, endsAt }: Pick<SessionOfSpeaker, "startsAt" | "endsAt">,
  { timeZone }: Pick<EventInLetter, "timeZone">,
  locale: Locale,
): string {
  return translator(locale, "mailSpeaker")("timeInWords", {
    date: formatDate(localDate(startsAt, timeZone), locale),
    from: formatTime(startsAt, timeZone, locale),
    to: formatTime(endsAt, timeZone, locale),
  });
}

/** Names in a row; none may make a link of itself. */
export function namesInWords(names: readonly string[], locale: Locale): string {
  return formatList(names.map(plainName).filter(Boolean), locale);
}

function sessionLine(session: SessionOfSpeaker, event: EventInLetter, locale: Locale): string {
  const t = translator(locale, "mailSpeaker");
  const title = inLocale(session.title, locale);
  const names = namesInWords(session.with, locale);
  const line = [timeInWords(session, event, locale), title, session.room, names && t("with", { names })];
  const words = line.filter(Boolean).join(" · ");
  return session.isCancelled ? t("cancelledMark", { line: words }) : words;
}

/** What the letters to a speaker have in common. */
export function speakerLetter(
  { event, name, sessions, link }: SpeakerInLetter,
  locale: Locale,
  own: {
    readonly subject: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly facts?: Letter["facts"];
    readonly next: readonly string[];
  },
): Letter {
  const t = translator(locale, "mailSpeaker");
  const mail = translator(locale, "mail");
  const lines = sessions.map((session) => sessionLine(session, event, locale));
  return {
    ...eventHead(event, event.days, locale, { name: plainName(name) }),
    subject: own.subject,
    preheader: lines[0] ?? inLocale(event.title, locale),
    heading: own.heading,
    paragraphs: [greeting(name, locale), ...own.paragraphs],
    kept: own.paragraphs,
    facts: own.facts ?? [
      { label: t("yourSessions"), lines: lines.length > 0 ? lines : [t("noSessions")] },
      { label: mail("where"), lines: placeLines(event, locale) },
    ],
    action: { label: t("open"), url: link, note: t("note") },
    next: own.next.length > 0 ? { heading: mail("nextHeading"), items: own.next } : null,
    footer: t("footer", { organiser: event.organiser, event: inLocale(event.title, locale) }),
  };
}
