import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime, localDate, toDateColumn } from "@/lib/core/local-date";
import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { createOrganisation } from "./organisation";
import { nextNumber } from "./sequence";

export type EventWishes = Partial<Prisma.EventUncheckedCreateInput> & {
  /** Consecutive days from the first; one unless told otherwise. */
  readonly dayCount?: number;
  /** Days from `now` to the first day; the last registration day is half-way. */
  readonly daysAhead?: number;
  /** Places of the whole event; null is no limit. */
  readonly capacity?: number | null;
};

/**
 * A published event with open registration: days 09:00–16:30, a quota for the whole event and one free category
 * ("deltagare"). Whoever finds it full is told so unless `waitingList` is wished for. Everything is relative to `now`.
 */
export async function createEvent(db: Database, wishes: EventWishes, now: Temporal.Instant) {
  const { dayCount = 1, daysAhead = 40, capacity = 100, ...overrides } = wishes;
  const n = nextNumber();
  const timeZone = overrides.timeZone ?? "Europe/Stockholm";
  const today = localDate(now, timeZone);
  const dates = Array.from({ length: dayCount }, (_, index) => today.add({ days: daysAhead + index }));
  const lastDate = today.add({ days: daysAhead + dayCount - 1 });
  const organisationId = overrides.organisationId ?? (await createOrganisation(db)).id;

  return db.event.create({
    data: {
      slug: `konferens-${n}`,
      status: "PUBLISHED",
      title: { sv: `Konferens ${n}`, en: `Conference ${n}` },
      summary: { sv: "En dag om det vi gör tillsammans.", en: "A day about what we do together." },
      startsOn: toDateColumn(today.add({ days: daysAhead })),
      endsOn: toDateColumn(lastDate),
      registrationOpensOn: toDateColumn(today.subtract({ days: 7 })),
      lastRegistrationDay: toDateColumn(today.add({ days: Math.floor(daysAhead / 2) })),
      needsDeletedOn: toDateColumn(lastDate.add({ days: 30 })),
      contactName: "Konferenskansliet",
      contactEmail: "kansliet@example.org",
      publishedAt: toTimestamp(now.subtract({ hours: 24 })),
      createdAt: toTimestamp(now.subtract({ hours: 48 })),
      waitingList: false,
      ...overrides,
      timeZone,
      organisationId,
      days: {
        create: dates.map((date) => ({
          date: toDateColumn(date),
          opensAt: toTimestamp(atLocalTime(date, "09:00", timeZone)),
          closesAt: toTimestamp(atLocalTime(date, "16:30", timeZone)),
        })),
      },
      quotas: { create: { capacity } },
      categories: { create: { key: "deltagare", name: { sv: "Deltagare", en: "Participant" } } },
    },
    include: { days: { orderBy: { date: "asc" } }, categories: true, quotas: true },
  });
}

export type CreatedEvent = Awaited<ReturnType<typeof createEvent>>;
