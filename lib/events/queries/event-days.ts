import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { localisedOrNull } from "@/lib/core/localised";
import { ownEnglish } from "@/lib/core/written";
import { database, type Transaction } from "@/lib/platform/db";
import { sectionMark } from "../rules/section";
import { storedSteps, writtenSteps } from "../rules/venue-steps";

async function daysOf(eventId: string, db: Transaction) {
  return db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...{ lastRegistrationDay: true, venueSteps: true, timeZone: true },
      days: {
        select: {
          ...{ id: true, date: true, title: true, opensAt: true, closesAt: true },
          quota: { select: { capacity: true, used: true } },
        },
        orderBy: { date: "asc" },
      },
    },
  });
}

type Row = Awaited<ReturnType<typeof daysOf>>;

function fieldsOf({ lastRegistrationDay, venueSteps, timeZone, days }: Row): Record<string, string> {
  const clock = (at: Date) => fromTimestamp(at).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);
  return {
    lastRegistrationDay: fromDateColumn(lastRegistrationDay).toString(),
    venueSteps: writtenSteps(storedSteps(venueSteps)),
    ...Object.fromEntries(
      days.flatMap(({ id, date, title, opensAt, closesAt, quota }) => {
        const text = localisedOrNull(title);
        const row = {
          ...{ date: fromDateColumn(date).toString(), opensAt: clock(opensAt), closesAt: clock(closesAt) },
          ...{ titleSv: text?.sv ?? "", titleEn: ownEnglish(text), places: String(quota?.capacity ?? "") },
        };
        return Object.entries(row).map(([name, value]) => [`days.${id}.${name}`, value] as const);
      }),
    ),
  };
}

/** The days of an event, its last registration day and the venue's steps, as the fields of their form. */
export async function readDays(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  return fieldsOf(await daysOf(eventId, db));
}

/** The days with their mark, each with how many places are taken. */
export async function getEventDays({ eventId }: EventScope) {
  const row = await daysOf(eventId, database());
  const fields = fieldsOf(row);
  return {
    fields,
    mark: sectionMark(fields),
    days: row.days.map(({ id, date, quota }) => ({
      id,
      date: fromDateColumn(date),
      used: quota?.used ?? 0,
      capacity: quota?.capacity ?? null,
    })),
  };
}
