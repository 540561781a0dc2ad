import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { type DayInMail, type EventInMail, eventInMail, eventInMailColumns } from "@/lib/events/queries/event-in-mail";
import { database } from "@/lib/platform/db";
import type { RegistrationState } from "../rules/transitions";

/** A registration with its event as its mails need them. Holds no diet, access needs or answers: no mail says them. */
export type RegistrationInMail = {
  readonly id: string;
  readonly reference: string;
  readonly state: RegistrationState;
  readonly name: string;
  readonly email: string;
  readonly category: Localised;
  readonly calendarSequence: number;
  readonly extendedThrough: Temporal.PlainDate | null;
  /** Whether the place was taken over from somebody else. */
  readonly isSubstitute: boolean;
  /** Who registered the person, as long as they have not agreed to it themselves; null for whoever registered themselves. */
  readonly bookedBy: string | null;
  readonly days: readonly DayInMail[];
  readonly sessions: readonly {
    readonly title: Localised;
    readonly startsAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
    readonly room: string | null;
  }[];
  readonly event: EventInMail;
};

/** The registration as it is now, or null when it has been erased. */
export async function findRegistrationInMail(id: string): Promise<RegistrationInMail | null> {
  const row = await database().registration.findUnique({
    where: { id },
    select: {
      id: true,
      reference: true,
      state: true,
      name: true,
      email: true,
      calendarSequence: true,
      extendedThrough: true,
      substituteForId: true,
      consentedAt: true,
      booking: { select: { registrantName: true } },
      category: { select: { name: true } },
      days: { select: { dayId: true } },
      sessions: {
        where: { session: { cancelledAt: null } },
        select: {
          session: { select: { title: true, startsAt: true, endsAt: true, room: { select: { name: true } } } },
        },
        orderBy: { session: { startsAt: "asc" } },
      },
      event: { select: eventInMailColumns },
    },
  });
  if (!row) return null;
  const event = eventInMail(row.event);
  const chosen = new Set(row.days.map(({ dayId }) => dayId));
  const { reference, state, name, email, calendarSequence } = row;
  return {
    id,
    reference,
    state,
    name,
    email,
    calendarSequence,
    extendedThrough: row.extendedThrough && fromDateColumn(row.extendedThrough),
    isSubstitute: row.substituteForId !== null,
    bookedBy: row.consentedAt === null && row.substituteForId === null ? row.booking.registrantName : null,
    event,
    category: localised(row.category.name),
    days: event.days.filter((day) => chosen.has(day.id)),
    sessions: row.sessions.map(({ session }) => ({
      title: localised(session.title),
      startsAt: fromTimestamp(session.startsAt),
      endsAt: fromTimestamp(session.endsAt),
      room: session.room?.name ?? null,
    })),
  };
}
