import { Prisma } from "@/lib/platform/generated/client";
import { speakersWithoutSlides } from "@/lib/programme/queries/speakers-without-slides";
import type { ReminderKind } from "../rules/kinds";
import type { Occasion } from "./occasion";

type Asked = Occasion & {
  /** The scheduled time, and its day where the event is. */
  readonly at: Prisma.Sql;
  readonly day: Prisma.Sql;
};

/** SQL: the people of each group; `why` tells who is in it and yet gets nothing. Who has been erased ("–") is in none. */
export const PEOPLE_OF_KIND: Readonly<Record<ReminderKind, (asked: Asked) => Prisma.Sql>> = {
  INVITED_UNANSWERED: (asked) =>
    invited(asked, asked.withoutOpened ? Prisma.sql`i.state = 'SENT'` : Prisma.sql`i.state IN ('SENT', 'OPENED')`),
  DRAFT_BEGUN: (asked) => invited(asked, Prisma.sql`i.state = 'OPENED'`),
  CONFIRMED: (asked) => registered(asked, Prisma.sql`r.state = 'CONFIRMED'`),
  EVALUATION_OPEN: (asked) => registered(asked, Prisma.sql`r.state = 'CONFIRMED'`),
  // Whoever is to speak is known from the programme, not from a day on which they came to it.
  SPEAKERS_WITHOUT_SLIDES: ({ eventId }) => Prisma.sql`
    SELECT s.id AS subject, NULL::uuid AS registration_id, NULL::uuid AS invitation_id, NULL::uuid AS booking_id,
           NULL::text AS reference, s.locale, s.name, s.email, NULL::text AS why,
           jsonb_build_object('speaker', s.id) AS params
      FROM (${speakersWithoutSlides(eventId)}) s`,
  PRACTICAL_INFORMATION: (asked) => registered(asked, Prisma.sql`r.state = 'CONFIRMED'`),
  WAITLISTED: (asked) => registered(asked, Prisma.sql`r.state = 'WAITLISTED'`),
  NAMES_MISSING: ({ eventId, at }) => Prisma.sql`
    SELECT b.id AS subject, NULL::uuid AS registration_id, NULL::uuid AS invitation_id, b.id AS booking_id,
           NULL::text AS reference, b.locale, b.registrant_name AS name, b.registrant_email AS email,
           CASE WHEN b.created_at > ${at} THEN 'later' END AS why,
           '{}'::jsonb AS params
      FROM booking b
     WHERE b.event_id = ${eventId}::uuid AND b.registrant_name <> '–'
       AND EXISTS (SELECT 1 FROM registration h WHERE h.booking_id = b.id AND h.state = 'HELD'
                    AND (h.expires_at IS NULL OR h.expires_at > ${at}))`,
};

/**
 * Not answered: neither accepted nor declined, nor registered with the same address without the link, nor registered and
 * cancelled since. A registration in any state is an answer. Sent an invitation by the scheduled time, and not since; and able to
 * answer on that day.
 */
function invited({ eventId, event, categoryId, groupName, at, day }: Asked, state: Prisma.Sql): Prisma.Sql {
  const last = Prisma.sql`${event.lastRegistrationDay.toString()}::date`;
  const opens = event.registrationOpensOn
    ? Prisma.sql`${day} < ${event.registrationOpensOn.toString()}::date`
    : Prisma.sql`FALSE`;
  return Prisma.sql`
    SELECT i.id AS subject, NULL::uuid AS registration_id, i.id AS invitation_id, NULL::uuid AS booking_id,
           NULL::text AS reference, i.locale, i.name, i.email,
           CASE WHEN i.sent_at IS NULL THEN 'unsent' WHEN i.sent_at > ${at} THEN 'later'
                WHEN ${opens} OR ${day} > greatest(${last}, i.extended_through) THEN 'closed' END AS why,
           '{}'::jsonb AS params
      FROM invitation i
     WHERE i.event_id = ${eventId}::uuid AND ${state} AND i.registration_id IS NULL AND i.withdrawn_at IS NULL AND i.name <> '–'
       AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.event_id = i.event_id AND r.email_normalised = i.email_normalised)
       ${categoryId ? Prisma.sql`AND i.category_id = ${categoryId}::uuid` : Prisma.empty}
       ${groupName === null ? Prisma.empty : Prisma.sql`AND i.group_name = ${groupName}`}`;
}

/** Registered by the scheduled time: who comes later has just read it all in the confirmation. */
function registered({ eventId, categoryId, at }: Asked, state: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id AS subject, r.id AS registration_id, NULL::uuid AS invitation_id, NULL::uuid AS booking_id,
           r.reference, r.locale, r.name, r.email, CASE WHEN r.created_at > ${at} THEN 'later' END AS why,
           '{}'::jsonb AS params
      FROM registration r
     WHERE r.event_id = ${eventId}::uuid AND ${state} AND r.name <> '–'
       ${categoryId ? Prisma.sql`AND r.category_id = ${categoryId}::uuid` : Prisma.empty}`;
}
