import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { localised } from "@/lib/core/localised";
import { findEventInMail } from "@/lib/events/queries/event-in-mail";
import { findPracticalities } from "@/lib/events/queries/practicalities";
import { database } from "@/lib/platform/db";
import { eventUrl } from "@/lib/registrations/mails";
import type { SampleGround } from "../mails/sample-ground";

/** An event's own data, of which samples of its letters are made; its first sessions that are chosen by name among them. */
export async function getSampleGround({ eventId }: Pick<EventScope, "eventId">): Promise<SampleGround> {
  const [event, practicalities, sessions] = await Promise.all([
    findEventInMail(eventId),
    findPracticalities(eventId),
    database().session.findMany({
      where: { eventId, signUp: true, cancelledAt: null },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 2,
      select: { title: true, startsAt: true, endsAt: true, room: { select: { name: true } } },
    }),
  ]);
  if (!event) throw new Error("an event that was opened is not there");
  return {
    page: (locale) => eventUrl(event.slug, locale),
    event,
    practicalities,
    sessions: sessions.map(({ title, startsAt, endsAt, room }) => ({
      title: localised(title),
      startsAt: fromTimestamp(startsAt),
      endsAt: fromTimestamp(endsAt),
      room: room?.name ?? null,
    })),
  };
}
