import { Temporal } from "temporal-polyfill";
import { slidesMissing } from "@/emails/slides-missing";
import { speakerChanged } from "@/emails/speaker-changed";
import type { SpeakerInLetter } from "@/emails/speaker-in-letter";
import { speakerInvitation } from "@/emails/speaker-invitation";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { isUuid } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { isAhead, personalLinkExpiry } from "@/lib/events/rules/event-life";
import { localePath } from "@/lib/i18n/paths";
import type { ClaimedMail, ComposedMail, Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { calendarForSpeaker, goneSession } from "./mails/calendar";
import { listSessionsWithoutSlides } from "./queries/sessions-without-slides";
import { findSpeakerInMail, type SpeakerInMail } from "./queries/speaker-in-mail";
import { sessionsToTell } from "./queries/told-sessions";
import { changedSessions, readTold, type ToldSession } from "./rules/told-sessions";

/** How the messages to speakers are composed. Each names its speaker in `params.speaker`, and its event. */
export const speakerMails = {
  "speaker-invitation": toSpeaker(async (speaker, { locale }, now) => {
    if (!isAhead(speaker.event, now) || speaker.sessions.length === 0) return "obsolete";
    const calendar = calendarForSpeaker(speaker.sessions, speaker, { locale, appUrl: siteUrl() }, now);
    return { ...speakerInvitation(await inLetter(speaker, locale), locale), ...(calendar && { calendar }) };
  }),

  "speaker-changed": toSpeaker(async (speaker, { locale, params, eventId }, now) => {
    const { event, sessions } = speaker;
    if (event.status === "DRAFT" || Temporal.Instant.compare(now, event.endsAt) >= 0) return "obsolete";
    if (typeof params["before"] !== "string") return "obsolete";
    const current = await sessionsToTell({ eventIds: [eventId ?? event.id], speakerIds: [speaker.id] });
    const before = readTold(JSON.parse(params["before"]));
    const changes = changedSessions(before, current.get(`${event.id}/${speaker.id}`) ?? {});
    if (changes.length === 0) return "obsolete";
    const shown = changes.map((change) => {
      return { ...change, before: version(change.before), after: version(change.after) };
    });
    const concerned = changes.flatMap(({ id, before: was, after }) => {
      const own = sessions.find((session) => session.id === id);
      if (own) return [own];
      return was && !after ? [goneSession(id, was, event)] : [];
    });
    const calendar = calendarForSpeaker(concerned, speaker, { locale, appUrl: siteUrl() }, now);
    const letter = await inLetter(speaker, locale);
    return { ...speakerChanged(letter, shown, locale), ...(calendar && { calendar }) };
  }),

  "slides-missing": toSpeaker(async (speaker, { locale }, now) => {
    if (!isAhead(speaker.event, now)) return "obsolete";
    const missing = await listSessionsWithoutSlides({ speakerId: speaker.id, eventId: speaker.event.id });
    if (missing.length === 0) return "obsolete";
    return slidesMissing(await inLetter(speaker, locale), missing, locale);
  }),
} satisfies Record<string, Composer>;

type ToSpeaker = (
  speaker: SpeakerInMail,
  mail: ClaimedMail,
  now: Temporal.Instant,
) => Promise<ComposedMail | "obsolete">;

/** A message to a speaker of its event; answers go to the event's contact. */
function toSpeaker(compose: ToSpeaker): Composer {
  return async (mail, now) => {
    const id = mail.params["speaker"];
    if (typeof id !== "string" || !isUuid(id) || !mail.eventId) return "obsolete";
    const speaker = await findSpeakerInMail(id, mail.eventId);
    if (!speaker) return "obsolete";
    const composed = await compose(speaker, mail, now);
    return composed === "obsolete" ? composed : { ...composed, replyTo: speaker.event.contact };
  };
}

const siteUrl = () => new URL(env().APP_URL).origin;

async function inLetter({ id, name, event, sessions }: SpeakerInMail, locale: Locale): Promise<SpeakerInLetter> {
  const token = await mintPersonalLink({ purpose: "SPEAKER", speakerId: id }, personalLinkExpiry(event));
  return {
    event,
    name,
    sessions: sessions.map((session) => ({ ...session, with: session.coSpeakers.map((other) => other.name) })),
    link: `${siteUrl()}${localePath(locale, `/s/${token}`)}`,
  };
}

function version(told: ToldSession | null) {
  return (
    told && {
      startsAt: Temporal.Instant.from(told.startsAt),
      endsAt: Temporal.Instant.from(told.endsAt),
      place: [told.room, told.venue].filter(Boolean).join(", ") || null,
      with: told.with,
    }
  );
}
