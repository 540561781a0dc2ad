import { fromDateColumn } from "@/lib/core/local-date";
import { type Database, database, type Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { InLine } from "../rules/line";
import type { OfferingFacts } from "../rules/offer-obstacle";
import type { InSessionLine } from "../rules/session-line";

type Reader = Database | Transaction;

/** Somebody in an event's line; `approval`: their category waits for the organiser's yes. */
export type Waiting = InLine & { readonly approval: boolean };

/** SQL: everybody who waits at these events, in the order of the lines. */
export function waitingLine(eventIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, r.event_id AS "eventId", r.category_id AS "categoryId", r.voucher_id AS "voucherId",
           ARRAY(SELECT d.day_id::text FROM registration_day d WHERE d.registration_id = r.id) AS "dayIds",
           ARRAY(SELECT s.session_id::text FROM registration_session s WHERE s.registration_id = r.id) AS "sessionIds",
           (e.approval OR c.approval) AS approval
      FROM registration r JOIN event e ON e.id = r.event_id JOIN category c ON c.id = r.category_id
     WHERE r.event_id = ANY(${eventIds}::uuid[]) AND r.state = 'WAITLISTED'
     ORDER BY r.waiting_number`;
}

/** Everybody who waits at an event, in the order of the line. */
export async function readWaiting(db: Reader, eventId: string): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>(waitingLine([eventId]));
}

/** Everybody who waits for a place in a session that takes place, in the order of the lines. */
export async function readSessionLines(
  db: Reader,
  eventId: string,
): Promise<(InSessionLine & { registrationId: string })[]> {
  return db.$queryRaw`
    SELECT w.id, w.session_id AS "sessionId", w.registration_id AS "registrationId"
      FROM session_waiting w
      JOIN session s ON s.id = w.session_id AND s.cancelled_at IS NULL
      JOIN registration r ON r.id = w.registration_id AND r.state = 'CONFIRMED'
     WHERE w.event_id = ${eventId}::uuid AND w.state = 'WAITING' ORDER BY w.number`;
}

/** Whether anybody waits at an event, for a place at it or in one of its sessions. */
export async function isAnybodyWaiting(eventId: string): Promise<boolean> {
  const [row] = await database().$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM registration WHERE event_id = ${eventId}::uuid AND state = 'WAITLISTED')
        OR EXISTS (SELECT 1 FROM session_waiting WHERE event_id = ${eventId}::uuid AND state = 'WAITING') AS waits`;
  return row?.waits ?? false;
}

/** What decides whether and until when an event's places are offered, with whose event it is. */
export type OfferingEvent = OfferingFacts & { readonly id: string; readonly organisationId: string };

/** Throws when there is no such event. */
export async function getOfferingEvent(db: Reader, eventId: string): Promise<OfferingEvent> {
  const event = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      id: true,
      organisationId: true,
      status: true,
      timeZone: true,
      offersPaused: true,
      offerHours: true,
      lastRegistrationDay: true,
      lastCateringDay: true,
    },
  });
  return {
    ...event,
    lastRegistrationDay: fromDateColumn(event.lastRegistrationDay),
    lastCateringDay: event.lastCateringDay && fromDateColumn(event.lastCateringDay),
  };
}
