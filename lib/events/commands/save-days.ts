import { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { atLocalTime, fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { inBoth } from "@/lib/core/written";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { EventFieldCode } from "../errors";
import { readDays } from "../queries/event-days";
import { daysSchema } from "../schema";
import { MOST_DAYS } from "./create-event";
import { type FieldRefusals, type SavedSection, type Section, type SentSection, saveSection } from "./save-section";

type Input = ReturnType<(typeof daysSchema)["parse"]>;
type DayInput = Input["days"][string];

const section: Section<Input> = {
  name: "days",
  schema: daysSchema,
  read: readDays,
  async write(tx, { eventId }, input, now): Promise<FieldRefusals | null> {
    const stored = await tx.eventDay.findMany({ where: { eventId }, select: { id: true, date: true } });
    const refusals = new Map<string, EventFieldCode>();
    const byId = new Map(stored.map((day) => [day.id, day]));
    // A new row left blank adds no day; a stored one is only taken away by saying so.
    const sent = Object.entries(input.days).filter(([key, row]) => !row.isBlank || row.remove || byId.has(key));
    const removed = sent.filter(([key, row]) => row.remove && byId.has(key)).map(([key]) => key);
    const kept = sent.filter(([, row]) => !row.remove);
    for (const [key] of kept)
      if (!byId.has(key) && !key.startsWith("new")) refusals.set(`days.${key}.date`, "row_gone");
    for (const key of removed) {
      const inTheWay = await whoUses(tx, key);
      if (inTheWay) refusals.set(`days.${key}.remove`, inTheWay);
    }
    // A day that was not sent stays as it is.
    const untouched = stored.filter(({ id }) => !Object.hasOwn(input.days, id));
    const dates = [...untouched.map((day) => [day.id, fromDateColumn(day.date).toString()] as const)];
    for (const [key, row] of kept) {
      if (row.isBlank) return { [`days.${key}.date`]: "required" };
      const date = row.date ?? "";
      if (dates.some(([, taken]) => taken === date)) refusals.set(`days.${key}.date`, "date_taken");
      dates.push([key, date]);
    }
    const first = dates.map(([, date]) => date).sort();
    const startsOn = first.at(0);
    const endsOn = first.at(-1);
    if (!startsOn || !endsOn) return { [`days.${removed[0] ?? stored[0]?.id}.remove`]: "last_one" };
    if (dates.length > MOST_DAYS) refusals.set(`days.${dates.at(-1)?.[0]}.date`, "too_many_days");
    if (input.lastRegistrationDay > endsOn) refusals.set("lastRegistrationDay", "after_last_day");
    const event = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
    const opensOn = event.registrationOpensOn && fromDateColumn(event.registrationOpensOn).toString();
    if (opensOn && input.lastRegistrationDay < opensOn) refusals.set("lastRegistrationDay", "before_opening");
    if (refusals.size > 0) return Object.fromEntries(refusals);

    await tx.eventDay.deleteMany({ where: { eventId, id: { in: removed } } });
    await writeDays(tx, { eventId, timeZone: event.timeZone, stored: byId }, kept, now);
    await tx.event.update({
      where: { id: eventId },
      data: {
        startsOn: toDateColumn(Temporal.PlainDate.from(startsOn)),
        endsOn: toDateColumn(Temporal.PlainDate.from(endsOn)),
        lastRegistrationDay: toDateColumn(Temporal.PlainDate.from(input.lastRegistrationDay)),
        venueSteps: [...input.venueSteps],
        ...deadlinesWithin(event, endsOn),
      },
      select: { id: true },
    });
    return null;
  },
};

/** What keeps a day from being removed: those who come on it, or what happens on it. */
async function whoUses(tx: Transaction, dayId: string): Promise<EventFieldCode | null> {
  if ((await tx.registrationDay.count({ where: { dayId } })) > 0) return "used_by_people";
  return (await tx.session.count({ where: { dayId } })) > 0 ? "used_by_sessions" : null;
}

/** No deadline lies after the last day; diet and access needs are kept as long after it as they were to be. */
function deadlinesWithin(event: Prisma.EventGetPayload<object>, endsOn: string) {
  const last = Temporal.PlainDate.from(endsOn);
  const kept = fromDateColumn(event.needsDeletedOn).since(fromDateColumn(event.endsOn)).days;
  const within = (column: Date | null) =>
    column && (fromDateColumn(column).toString() > endsOn ? toDateColumn(last) : column);
  return {
    needsDeletedOn: toDateColumn(last.add({ days: kept })),
    lastEditDay: within(event.lastEditDay),
    lastCancelDay: within(event.lastCancelDay),
    lastFreeCancelDay: within(event.lastFreeCancelDay),
    lastNamingDay: within(event.lastNamingDay),
    lastTopicDay: within(event.lastTopicDay),
    lastCateringDay: within(event.lastCateringDay),
  };
}

async function writeDays(
  tx: Transaction,
  {
    eventId,
    timeZone,
    stored,
  }: {
    readonly eventId: string;
    readonly timeZone: string;
    readonly stored: ReadonlyMap<string, { readonly date: Date }>;
  },
  rows: readonly (readonly [string, DayInput])[],
  now: Temporal.Instant,
): Promise<void> {
  const moved = rows.flatMap(([id, row]) => {
    const before = stored.get(id);
    return before && row.date && fromDateColumn(before.date).toString() !== row.date
      ? [{ id, from: fromDateColumn(before.date), to: Temporal.PlainDate.from(row.date) }]
      : [];
  });
  // Out of each other's way first: two days may change places, and a date stands once.
  for (const { id, from } of moved)
    await tx.eventDay.update({
      where: { id },
      data: { date: toDateColumn(from.add({ years: 500 })) },
      select: { id: true },
    });
  for (const [key, row] of rows) {
    const date = Temporal.PlainDate.from(row.date ?? "");
    const data = {
      date: toDateColumn(date),
      title: inBoth(row.titleSv, row.titleEn) ?? Prisma.DbNull,
      opensAt: toTimestamp(atLocalTime(date, row.opensAt, timeZone)),
      closesAt: toTimestamp(atLocalTime(date, row.closesAt, timeZone)),
    };
    const id = stored.has(key) ? key : newId(now);
    if (stored.has(key)) await tx.eventDay.update({ where: { id }, data, select: { id: true } });
    else await tx.eventDay.create({ data: { ...data, id, eventId }, select: { id: true } });
    await writePlaces(tx, { eventId, dayId: id }, row.places);
  }
  for (const { id, from, to } of moved) await moveSessions(tx, id, { days: to.since(from).days, timeZone });
}

/** A level without a limit needs no quota, but one that is there already keeps its count. */
async function writePlaces(
  tx: Transaction,
  { eventId, dayId }: { readonly eventId: string; readonly dayId: string },
  capacity: number | null,
): Promise<void> {
  const { count } = await tx.quota.updateMany({ where: { eventId, dayId }, data: { capacity } });
  if (count === 0 && capacity !== null)
    await tx.quota.create({ data: { eventId, dayId, capacity }, select: { id: true } });
}

/** What happens on a day moves with it and keeps its hours. */
async function moveSessions(
  tx: Transaction,
  dayId: string,
  { days, timeZone }: { readonly days: number; readonly timeZone: string },
): Promise<void> {
  const sessions = await tx.session.findMany({ where: { dayId }, select: { id: true, startsAt: true, endsAt: true } });
  const later = (at: Date) => toTimestamp(fromTimestamp(at).toZonedDateTimeISO(timeZone).add({ days }).toInstant());
  for (const { id, startsAt, endsAt } of sessions)
    await tx.session.update({
      where: { id },
      data: { startsAt: later(startsAt), endsAt: later(endsAt) },
      select: { id: true },
    });
}

/**
 * Saves an event's days, its last registration day and what the venue charges for calling off. A day that moves takes what happens
 * on it along; one that somebody comes on, or that something happens on, is not removed.
 */
export function saveDays(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
