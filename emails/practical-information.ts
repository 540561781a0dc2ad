import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deadlineItems, type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

/** What the organiser has told visitors about the place and the day; null where nothing is written. */
export type Practicalities = {
  readonly travel: Localised | null;
  readonly accessibility: Localised | null;
  /** Travel, food and whatever else there is to know, with blank lines between its paragraphs. */
  readonly practicalities: Localised | null;
};

/** To somebody with a place, some days before: times, place, the way there, access, their own programme and whom to ask. */
export function practicalInformation(
  registration: RegistrationInLetter,
  practical: Practicalities,
  locale: Locale,
): Message {
  const t = translator(locale, "mailEvent");
  const mail = translator(locale, "mail");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("practical.subject", { event }),
    heading: t("practical.heading"),
    paragraphs: [t("practical.intro", { event })],
  });
  const told = [
    { label: t("practical.travel"), lines: linesOf(practical.travel, locale) },
    { label: t("practical.access"), lines: linesOf(practical.accessibility, locale) },
    { label: t("practical.more"), lines: linesOf(practical.practicalities, locale) },
  ].filter(({ lines }) => lines.length > 0);
  const items = [
    mail("reminder.arrive", { reference: registration.reference }),
    ...deadlineItems(registration, locale),
  ];
  return render({
    ...letter,
    facts: [...letter.facts, ...told],
    next: { heading: mail("reminder.nextHeading"), items },
  });
}

/** Each paragraph a line of its own. What marks headings and lists on the page says nothing in a letter of plain lines. */
function linesOf(text: Localised | null, locale: Locale): string[] {
  if (!text) return [];
  const paragraphs = inLocale(text, locale).split(/\n\s*\n|\n(?=\s*[-*#])/);
  return paragraphs
    .map((line) =>
      line
        .replace(/^\s*(?:#{1,6}|[-*])\s+/, "")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);
}
