import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { localDate, toDateColumn } from "@/lib/core/local-date";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { sessionsToTell } from "../queries/told-sessions";
import { changedSessions, readTold, type ToldSessions } from "../rules/told-sessions";

/** Minutes in which an organiser may go on changing before anybody hears of it. */
const SETTLES_IN = 5;

/**
 * Tells speakers who have been invited of what has become of their sessions, whoever changed it and however: each session is
 * compared with what its speaker was last told. Several changes within some minutes make one mail, and a change that is taken
 * back in time makes none. Returns how many mails there are to be. For the worker, every minute.
 */
export async function tellSpeakers(now: Temporal.Instant): Promise<number> {
  // A day on either side of UTC's: the letter itself knows the event's own zone.
  const yesterday = toDateColumn(localDate(now, "UTC").subtract({ days: 1 }));
  const invited = await database().speakerInvitation.findMany({
    where: {
      event: { status: { in: ["PUBLISHED", "CANCELLED"] }, endsOn: { gte: yesterday } },
      speaker: { email: { not: null } },
    },
    select: { eventId: true, speakerId: true, told: true },
    orderBy: [{ eventId: "asc" }, { speakerId: "asc" }],
  });
  if (invited.length === 0) return 0;
  const current = await sessionsToTell({
    eventIds: [...new Set(invited.map(({ eventId }) => eventId))],
    speakerIds: [...new Set(invited.map(({ speakerId }) => speakerId))],
  });
  let mails = 0;
  for (const { eventId, speakerId, told } of invited) {
    const after = current.get(`${eventId}/${speakerId}`) ?? {};
    if (changedSessions(readTold(told), after).length > 0 && (await tell({ eventId, speakerId }, after, now)))
      mails += 1;
  }
  return mails;
}

/** Whether a mail was made; none is when one waits already, which tells of all since it was made. */
async function tell(
  key: { readonly eventId: string; readonly speakerId: string },
  after: ToldSessions,
  now: Temporal.Instant,
): Promise<boolean> {
  const { eventId, speakerId } = key;
  return inTransaction(async (tx) => {
    // Of two workers, the second finds it told.
    await tx.$queryRaw`
      SELECT 1 FROM speaker_invitation WHERE event_id = ${eventId}::uuid AND speaker_id = ${speakerId}::uuid FOR UPDATE`;
    const { told, speaker } = await tx.speakerInvitation.findUniqueOrThrow({
      where: { eventId_speakerId: key },
      select: { told: true, speaker: { select: { name: true, email: true, locale: true, organisationId: true } } },
    });
    const before = readTold(told);
    if (changedSessions(before, after).length === 0 || !speaker.email) return false;
    await tx.speakerInvitation.update({
      where: { eventId_speakerId: key },
      data: { told: after },
      select: { eventId: true },
    });
    const waiting = await tx.outboxMail.count({
      where: {
        eventId,
        message: "speaker-changed",
        state: "QUEUED",
        notBefore: { gt: toTimestamp(now) },
        params: { path: ["speaker"], equals: speakerId },
      },
    });
    if (waiting > 0) return false;
    const { name, email, locale, organisationId } = speaker;
    const params = { speaker: speakerId, before: JSON.stringify(before) };
    const notBefore = now.add({ minutes: SETTLES_IN });
    const mail = { message: "speaker-changed", locale, to: { name, email } } as const;
    await enqueueMail(tx, { ...mail, organisationId, eventId, params, notBefore }, now);
    return true;
  });
}
