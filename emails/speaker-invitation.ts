import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type Message, render } from "./render";
import { type SpeakerInLetter, speakerLetter } from "./speaker-in-letter";

/** A speaker's sessions, time, place and contact, and the personal link to all of it. */
export function speakerInvitation(speaker: SpeakerInLetter, locale: Locale): Message {
  const t = translator(locale, "mailSpeaker");
  const event = inLocale(speaker.event.title, locale);
  return render(
    speakerLetter(speaker, locale, {
      subject: t("invitation.subject", { event }),
      heading: t("invitation.heading"),
      paragraphs: [t("invitation.intro", { event })],
      next: [t("expectItem"), t("calendar")],
    }),
  );
}
