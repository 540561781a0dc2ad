import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { gathered } from "@/lib/core/gather";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

/** The columns of an event that its mails are composed from. */
export const eventInMailColumns = {
  id: true,
  slug: true,
  status: true,
  title: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  registrationOpensOn: true,
  lastRegistrationDay: true,
  lastEditDay: true,
  lastCancelDay: true,
  lastFreeCancelDay: true,
  lastCateringDay: true,
  lastTopicDay: true,
  accent: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  calendarSequence: true,
  organisation: { select: { name: true } },
  venue: { select: { name: true, street: true, postalCode: true, city: true } },
  days: { select: { id: true, date: true, opensAt: true, closesAt: true }, orderBy: { date: "asc" } },
  _count: { select: { categories: true } },
} satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof eventInMailColumns }>;

export type DayInMail = {
  readonly id: string;
  readonly date: Temporal.PlainDate;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

/** An event as its mails need it, in whatever status it is. */
export type EventInMail = {
  readonly id: string;
  readonly slug: string;
  readonly status: Row["status"];
  readonly title: Localised;
  readonly organiser: string;
  readonly timeZone: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly registrationOpensOn: Temporal.PlainDate | null;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly lastEditDay: Temporal.PlainDate | null;
  readonly lastCancelDay: Temporal.PlainDate | null;
  readonly lastFreeCancelDay: Temporal.PlainDate | null;
  readonly lastCateringDay: Temporal.PlainDate | null;
  readonly lastTopicDay: Temporal.PlainDate | null;
  readonly accent: string | null;
  readonly venue: Row["venue"];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly calendarSequence: number;
  readonly days: readonly DayInMail[];
  readonly hasCategories: boolean;
  /** The first instant after the last day. */
  readonly endsAt: Temporal.Instant;
};

/** The row as plain values. */
export function eventInMail(row: Row): EventInMail {
  const { id, slug, status, timeZone, accent, venue, calendarSequence } = row;
  const endsOn = fromDateColumn(row.endsOn);
  return {
    id,
    slug,
    status,
    timeZone,
    accent,
    venue,
    calendarSequence,
    title: localised(row.title),
    organiser: row.organisation.name,
    startsOn: fromDateColumn(row.startsOn),
    endsOn,
    registrationOpensOn: row.registrationOpensOn && fromDateColumn(row.registrationOpensOn),
    lastRegistrationDay: fromDateColumn(row.lastRegistrationDay),
    lastEditDay: row.lastEditDay && fromDateColumn(row.lastEditDay),
    lastCancelDay: row.lastCancelDay && fromDateColumn(row.lastCancelDay),
    lastFreeCancelDay: row.lastFreeCancelDay && fromDateColumn(row.lastFreeCancelDay),
    lastCateringDay: row.lastCateringDay && fromDateColumn(row.lastCateringDay),
    lastTopicDay: row.lastTopicDay && fromDateColumn(row.lastTopicDay),
    contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    days: row.days.map((day) => ({
      id: day.id,
      date: fromDateColumn(day.date),
      opensAt: fromTimestamp(day.opensAt),
      closesAt: fromTimestamp(day.closesAt),
    })),
    hasCategories: row._count.categories > 1,
    endsAt: endOfDay(endsOn, timeZone),
  };
}

/** The event as it is now. Mails about the same one that are composed at the same time share one read. */
export const findEventInMail = gathered(async (ids: readonly string[]): Promise<(EventInMail | null)[]> => {
  const wanted = [...new Set(ids)];
  const rows = await database().event.findMany({ where: { id: { in: wanted } }, select: eventInMailColumns });
  const byId = new Map(rows.map((row) => [row.id, eventInMail(row)]));
  return ids.map((id) => byId.get(id) ?? null);
});
