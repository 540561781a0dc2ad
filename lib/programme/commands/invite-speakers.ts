import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { fail, ok, type Result } from "@/lib/core/result";
import { isAhead } from "@/lib/events/rules/event-life";
import { enqueueMails } from "@/lib/mail/commands/enqueue-mail";
import { inTransaction } from "@/lib/platform/transaction";
import type { SpeakerCode } from "../errors";
import { sessionsToTell } from "../queries/told-sessions";

type Invited = Result<{ readonly sent: number }, SpeakerCode>;

/**
 * Sends chosen speakers of an event their link and their sessions, once more to who has had it. From then on they are told of
 * what changes. Who has no session at the event, or is another organisation's, is not found and nothing is sent to anybody;
 * so when one has no address. A mail that has not left yet is not sent twice.
 */
export async function inviteSpeakers(
  scope: EventScope,
  chosen: readonly string[],
  now: Temporal.Instant,
): Promise<Invited> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("speaker_gone");
  const ids = [...new Set(chosen)];
  if (ids.length === 0) return fail("nobody_chosen");
  if (!ids.every(isUuid)) return fail("speaker_gone");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Invited> => {
    const event = await tx.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { status: true, endsOn: true, timeZone: true },
    });
    const endsAt = endOfDay(fromDateColumn(event.endsOn), event.timeZone);
    if (!isAhead({ status: event.status, endsAt }, now)) return fail("event_not_ahead");
    const speakers = await tx.speaker.findMany({
      where: { id: { in: ids }, organisationId, sessions: { some: { session: { eventId } } } },
      select: { id: true, name: true, email: true, locale: true },
      orderBy: { id: "asc" },
    });
    if (speakers.length < ids.length) return fail("speaker_gone");
    const reachable = speakers.flatMap(({ email, ...speaker }) => (email ? [{ ...speaker, email }] : []));
    if (reachable.length < ids.length) return fail("no_address");
    const told = await sessionsToTell({ eventIds: [eventId], speakerIds: ids }, tx);
    for (const { id: speakerId } of reachable) {
      const sent = { sentAt: toTimestamp(now), told: told.get(`${eventId}/${speakerId}`) ?? {} };
      await tx.speakerInvitation.upsert({
        where: { eventId_speakerId: { eventId, speakerId } },
        create: { eventId, speakerId, ...sent },
        update: sent,
        select: { eventId: true },
      });
    }
    const waiting = await tx.$queryRaw<{ speaker: string }[]>`
      SELECT params ->> 'speaker' AS speaker FROM outbox_mail
       WHERE event_id = ${eventId}::uuid AND message = 'speaker-invitation' AND state = 'QUEUED'
         AND params ->> 'speaker' = ANY(${ids})`;
    const due = reachable.filter(({ id }) => !waiting.some(({ speaker }) => speaker === id));
    const mails = due.map(({ id, name, email, locale }) => {
      const mail = { message: "speaker-invitation", locale, to: { name, email } } as const;
      return [{ ...mail, organisationId, eventId, params: { speaker: id } }, now] as const;
    });
    if (mails.length > 0) await enqueueMails(tx, mails);
    const actor = { kind: "USER", id: userId } as const;
    const detail = { speakers: due.map(({ id }) => id) };
    await recordAudit(tx, { organisationId, eventId, actor, action: "speakers.invited", detail }, now);
    return ok({ sent: reachable.length });
  });
}
