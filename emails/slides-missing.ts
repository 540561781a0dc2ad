import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type Message, render } from "./render";
import { type SpeakerInLetter, speakerLetter } from "./speaker-in-letter";

/** A reminder to a speaker whose sessions lack slides. `titles` are those sessions. */
export function slidesMissing(speaker: SpeakerInLetter, titles: readonly Localised[], locale: Locale): Message {
  const t = translator(locale, "mailSpeaker");
  const event = inLocale(speaker.event.title, locale);
  return render(
    speakerLetter(speaker, locale, {
      subject: t("slides.subject", { event }),
      heading: t("slides.heading"),
      paragraphs: [t("slides.intro", { event }), t("slides.how")],
      facts: [{ label: t("slides.which"), lines: titles.map((title) => inLocale(title, locale)) }],
      next: [t("slides.noNeed")],
    }),
  );
}
