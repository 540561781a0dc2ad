import type { Locale, Localised } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type EventInLetter, eventHead, greeting } from "./event-in-letter";
import type { Letter } from "./letter";
import { type Message, render } from "./render";

/** The most materials that a letter names. */
const MOST_NAMED = 15;

/** Somebody who was at an event that is over. */
export type AttendeeAfterwards = { readonly event: EventInLetter; readonly name: string };

/** What an event has handed out. */
export type MaterialInLetter = { readonly title: Localised; readonly speaker: string | null };

/** Tells an attendee, once, that the event's materials can be had. */
export function materialsPublished(
  attendee: AttendeeAfterwards,
  { materials, url }: { readonly materials: readonly MaterialInLetter[]; readonly url: string },
  locale: Locale,
): Message {
  const t = translator(locale, "mailSpeaker");
  const event = inLocale(attendee.event.title, locale);
  const lines = materials.slice(0, MOST_NAMED).map(({ title, speaker }) => {
    const name = speaker && plainName(speaker);
    return name ? t("materials.bySpeaker", { title: inLocale(title, locale), name }) : inLocale(title, locale);
  });
  const more = materials.length - lines.length;
  return render({
    ...afterwards(attendee, locale),
    subject: t("materials.subject", { event }),
    preheader: lines[0] ?? event,
    heading: t("materials.heading"),
    paragraphs: [greeting(attendee.name, locale), t("materials.intro", { event }), t("materials.once")],
    kept: [],
    facts: [
      { label: t("materials.list"), lines: [...lines, ...(more > 0 ? [t("materials.more", { count: more })] : [])] },
    ],
    action: { label: t("materials.action"), url, note: null },
  });
}

/** Asks an attendee what they thought. */
export function evaluationOpen(attendee: AttendeeAfterwards, url: string, locale: Locale): Message {
  const t = translator(locale, "mailSpeaker");
  const event = inLocale(attendee.event.title, locale);
  return render({
    ...afterwards(attendee, locale),
    subject: t("evaluation.subject", { event }),
    preheader: t("evaluation.heading"),
    heading: t("evaluation.heading"),
    paragraphs: [greeting(attendee.name, locale), t("evaluation.intro", { event })],
    kept: [],
    facts: [],
    action: { label: t("evaluation.action"), url, note: t("evaluation.note") },
  });
}

function afterwards(
  { event, name }: AttendeeAfterwards,
  locale: Locale,
): Pick<Letter, "next" | "footer" | keyof ReturnType<typeof eventHead>> {
  const footer = { event: inLocale(event.title, locale), organiser: event.organiser };
  return {
    ...eventHead(event, event.days, locale, { name: plainName(name) }),
    next: null,
    footer: translator(locale, "mailSpeaker")("footerAfter", footer),
  };
}
