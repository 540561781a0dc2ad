import { Temporal } from "temporal-polyfill";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { goneFrom, type RetentionClass } from "../rules/retention-class";

/** An event with what a rule takes, or will take, of it. */
export type EventWithData = {
  readonly eventId: string;
  readonly title: Localised;
  readonly endsOn: Temporal.PlainDate;
  /** The first day on which it is to be gone. */
  readonly goneFrom: Temporal.PlainDate;
  /** How many people, letters or entries there are to take. */
  readonly count: number;
};

type Row = { event_id: string; title: Prisma.JsonValue; ends_on: Date; time_zone: string; count: number };

/** An organisation's events with anything of a class left: those whose day has come, and the rest, each by its day. */
export async function findDueData(
  tx: Transaction,
  { organisationId, dataClass, months }: { organisationId: string; dataClass: RetentionClass; months: number },
  now: Temporal.Instant,
): Promise<{ readonly due: readonly EventWithData[]; readonly later: readonly EventWithData[] }> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id AS event_id, e.title, e.ends_on, e.time_zone, n.count
      FROM event e CROSS JOIN LATERAL (${COUNTS[dataClass]}) n
     WHERE e.organisation_id = ${organisationId}::uuid AND n.count > 0 ORDER BY e.ends_on, e.id`;
  const events = rows.map((row) => {
    const endsOn = fromDateColumn(row.ends_on);
    return {
      ...{ eventId: row.event_id, title: localised(row.title), endsOn, count: row.count },
      goneFrom: goneFrom(dataClass, endsOn, months),
      today: localDate(now, row.time_zone),
    };
  });
  const isDue = (event: (typeof events)[number]) => Temporal.PlainDate.compare(event.goneFrom, event.today) <= 0;
  const plain = ({ today: _, ...event }: (typeof events)[number]): EventWithData => event;
  return {
    due: events.filter(isDue).map(plain),
    later: events.filter((event) => !isDue(event)).map(plain),
  };
}

/** SQL: registrations `r` that still name somebody. */
export const NAMED_REGISTRATIONS = Prisma.sql`r.email NOT LIKE '%@erased.invalid'`;
/** SQL: bookings `b` that still name who made them. */
export const NAMED_BOOKINGS = Prisma.sql`b.registrant_email NOT LIKE '%@erased.invalid'`;
/** SQL: invitations `i` of people who never registered, that still name them. */
export const NAMED_INVITATIONS = Prisma.sql`i.registration_id IS NULL AND i.email NOT LIKE '%@erased.invalid'`;
/** SQL: letters `m` that are over and done with, and still say to whom they went. */
export const ADDRESSED_LETTERS = Prisma.sql`m.state IN ('SENT', 'FAILED', 'OBSOLETE') AND m.to_email NOT LIKE '%@erased.invalid'`;
/** SQL: bookings `b` that still say who pays. */
export const BILLED_BOOKINGS = Prisma.sql`b.billing IS NOT NULL`;
/** SQL: entries `a` of the log. What was erased stays on record, by number, so that a restored backup can be erased again. */
export const LOG_ENTRIES = Prisma.sql`a.action NOT IN ('registration.erased', 'booking.registrant_erased', 'invitation.erased', 'retention.enforced')`;

const COUNTS: Readonly<Record<RetentionClass, Prisma.Sql>> = {
  ATTENDEES: Prisma.sql`SELECT (SELECT count(*) FROM registration r WHERE r.event_id = e.id AND ${NAMED_REGISTRATIONS})::int
    + (SELECT count(*) FROM booking b WHERE b.event_id = e.id AND ${NAMED_BOOKINGS} AND NOT EXISTS (
        SELECT 1 FROM registration r WHERE r.booking_id = b.id AND lower(r.email) = lower(b.registrant_email)))::int AS count`,
  INVITED: Prisma.sql`SELECT count(*)::int AS count FROM invitation i WHERE i.event_id = e.id AND ${NAMED_INVITATIONS}`,
  LETTERS: Prisma.sql`SELECT count(*)::int AS count FROM outbox_mail m WHERE m.event_id = e.id AND ${ADDRESSED_LETTERS}`,
  BILLING: Prisma.sql`SELECT count(*)::int AS count FROM booking b WHERE b.event_id = e.id AND ${BILLED_BOOKINGS}`,
  LOG: Prisma.sql`SELECT count(*)::int AS count FROM audit_entry a WHERE a.event_id = e.id AND ${LOG_ENTRIES}`,
};
