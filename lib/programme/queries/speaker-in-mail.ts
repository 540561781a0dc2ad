import type { Locale } from "@/lib/core/localised";
import { type EventInMail, findEventInMail } from "@/lib/events/queries/event-in-mail";
import { database } from "@/lib/platform/db";
import { type SpeakerSession, sessionsOfSpeaker } from "./speaker-sessions";

/** A speaker at one event as mails to them need it; an event that is called off has its sessions cancelled. */
export type SpeakerInMail = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly event: EventInMail;
  readonly sessions: readonly SpeakerSession[];
};

/** The speaker as they are now; null without an address, or when the event is another organisation's. */
export async function findSpeakerInMail(speakerId: string, eventId: string): Promise<SpeakerInMail | null> {
  const [speaker, event] = await Promise.all([
    database().speaker.findFirst({
      where: { id: speakerId, organisation: { events: { some: { id: eventId } } } },
      select: { id: true, name: true, email: true, locale: true, organisationId: true },
    }),
    findEventInMail(eventId),
  ]);
  if (!speaker?.email || !event) return null;
  const { id, name, email, locale, organisationId } = speaker;
  const sessions = await sessionsOfSpeaker({ speakerId, organisationId, eventId });
  return { id, name, email, locale, event, sessions };
}
