import { evaluationOpen, materialsPublished } from "@/emails/afterwards";
import type { Message } from "@/emails/render";
import { slidesMissing } from "@/emails/slides-missing";
import { type ChangeInLetter, speakerChanged } from "@/emails/speaker-changed";
import type { SpeakerInLetter } from "@/emails/speaker-in-letter";
import { speakerInvitation } from "@/emails/speaker-invitation";
import type { Locale } from "@/lib/core/localised";
import type { sampleOf } from "./sample-ground";

type Sample = ReturnType<typeof sampleOf>;

/** Samples of what speakers get, and of what comes when the event is over. */
export const SPEAKER_SAMPLES = {
  "speaker-invitation": (sample: Sample, locale: Locale): Message => speakerInvitation(speakerOf(sample), locale),
  "speaker-changed": (sample: Sample, locale: Locale): Message => {
    const speaker = speakerOf(sample);
    const changes = speaker.sessions.slice(0, 1).map((session): ChangeInLetter => {
      const { title, startsAt, endsAt, room: place } = session;
      const after = { startsAt, endsAt, place, with: session.with };
      const earlier = { startsAt: startsAt.subtract({ minutes: 30 }), endsAt: endsAt.subtract({ minutes: 30 }) };
      return { title, changes: ["time"], before: { ...after, ...earlier }, after };
    });
    return speakerChanged(speaker, changes, locale);
  },
  "slides-missing": (sample: Sample, locale: Locale): Message =>
    slidesMissing(speakerOf(sample), [sample.session], locale),
  "materials-published": ({ about, session }: Sample, locale: Locale): Message =>
    materialsPublished(about, { materials: [{ title: session, speaker: "Nils Ek" }], url: about.eventUrl }, locale),
  "evaluation-open": ({ about }: Sample, locale: Locale): Message => evaluationOpen(about, about.eventUrl, locale),
};

function speakerOf({ registration: { event, name, sessions }, link }: Sample): SpeakerInLetter {
  return { event, name, link, sessions: sessions.map((one) => ({ ...one, with: ["Nils Ek"], isCancelled: false })) };
}
