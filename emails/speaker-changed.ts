import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type Message, render } from "./render";
import {
  namesInWords,
  type SessionOfSpeaker,
  type SpeakerInLetter,
  speakerLetter,
  timeInWords,
} from "./speaker-in-letter";

type Version = Pick<SessionOfSpeaker, "startsAt" | "endsAt" | "with"> & { readonly place: string | null };

/** What has become of one session: as the speaker knew it, and as it is. */
export type ChangeInLetter = {
  readonly title: Localised;
  readonly changes: readonly ("added" | "removed" | "cancelled" | "reinstated" | "time" | "place" | "people")[];
  readonly before: Version | null;
  readonly after: Version | null;
};

/** Tells a speaker what is new in their sessions, and how all of them are now. */
export function speakerChanged(speaker: SpeakerInLetter, changes: readonly ChangeInLetter[], locale: Locale): Message {
  const t = translator(locale, "mailSpeaker");
  const event = inLocale(speaker.event.title, locale);
  return render(
    speakerLetter(speaker, locale, {
      subject: t("changed.subject", { event }),
      heading: t("changed.heading"),
      paragraphs: [
        t("changed.intro", { event }),
        ...changes.flatMap((change) => change.changes.map((kind) => lineOf(change, kind, speaker, locale))),
      ],
      next: [t("changed.calendar")],
    }),
  );
}

function lineOf(
  { title: localised, before, after }: ChangeInLetter,
  kind: ChangeInLetter["changes"][number],
  { event }: SpeakerInLetter,
  locale: Locale,
): string {
  const t = translator(locale, "mailSpeaker");
  const title = inLocale(localised, locale);
  const time = (version: Version | null) => (version ? timeInWords(version, event, locale) : "");
  const place = (version: Version | null) => version?.place ?? t("changed.placeNotSet");
  switch (kind) {
    case "removed":
    case "cancelled":
      return t(`changed.${kind}`, { title });
    case "added":
    case "reinstated":
      return t(`changed.${kind}`, { title, when: time(after) });
    case "time":
      return t("changed.time", { title, when: time(after), before: time(before) });
    case "place":
      return t("changed.place", { title, place: place(after), before: place(before) });
    case "people": {
      const names = namesInWords(after?.with ?? [], locale);
      return names ? t("changed.people", { title, names }) : t("changed.alone", { title });
    }
  }
}
