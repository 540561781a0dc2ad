import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { gathered } from "@/lib/core/gather";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { type DayInMail, type EventInMail, findEventInMail } from "@/lib/events/queries/event-in-mail";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
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

const columns = {
  id: true,
  reference: true,
  state: true,
  name: true,
  email: true,
  calendarSequence: true,
  extendedThrough: true,
  substituteForId: true,
  consentedAt: true,
  eventId: true,
  booking: { select: { registrantName: true } },
  category: { select: { name: true } },
  days: { select: { dayId: true } },
  sessions: {
    where: { session: { cancelledAt: null } },
    select: { session: { select: { title: true, startsAt: true, endsAt: true, room: { select: { name: true } } } } },
    orderBy: { session: { startsAt: "asc" } },
  },
} satisfies Prisma.RegistrationSelect;

/** Those that are composed at the same time are read together: a reminder goes to thousands. */
const findRow = gathered(async (ids: readonly string[]) => {
  const rows = await database().registration.findMany({ where: { id: { in: [...ids] } }, select: columns });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The registration as it is now, or null when it has been erased. */
export async function findRegistrationInMail(id: string): Promise<RegistrationInMail | null> {
  const row = await findRow(id);
  if (!row) return null;
  const event = await findEventInMail(row.eventId);
  if (!event) return null;
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
