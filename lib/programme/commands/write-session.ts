import { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { atLocalTime, fromDateColumn } from "@/lib/core/local-date";
import { inBoth } from "@/lib/core/written";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { SessionFieldCode } from "../errors";
import { OTHER_DAY, type SessionInput } from "../schema";

type Known = {
  readonly eventId: string;
  readonly hosts: readonly { readonly id: string }[];
  readonly speakers: readonly { readonly id: string }[];
};

/** What a session names that the event does not have: days, rooms and tracks of others are no choice here. */
export async function refusedPlaces(
  tx: Transaction,
  { eventId, hosts, speakers }: Known,
  input: SessionInput,
): Promise<Record<string, SessionFieldCode>> {
  const { day, room, track, host } = input;
  const isOne = async (id: string, count: (id: string) => Promise<number>) => isUuid(id) && (await count(id)) === 1;
  const refused: Record<string, SessionFieldCode> = {};
  if (day !== OTHER_DAY && !(await isOne(day, (id) => tx.eventDay.count({ where: { id, eventId } }))))
    refused["day"] = "row_gone";
  const inVenue = { venue: { events: { some: { id: eventId } } } };
  if (room !== "" && !(await isOne(room, (id) => tx.room.count({ where: { id, ...inVenue } }))))
    refused["room"] = "row_gone";
  if (track !== "" && !(await isOne(track, (id) => tx.track.count({ where: { id, eventId } }))))
    refused["track"] = "row_gone";
  if (host !== "" && !hosts.some(({ id }) => id === host)) refused["host"] = "choice_unknown";
  for (const [key, row] of Object.entries(input.speakers))
    if (row.speaker !== "" && !speakers.some(({ id }) => id === row.speaker))
      refused[`speakers.${key}.speaker`] = "row_gone";
  return refused;
}

type Where = {
  readonly eventId: string;
  readonly id: string;
  readonly isNew: boolean;
  readonly timeZone: string;
};

/** Writes a session that has been found right, with its places and speakers. */
export async function writeSession(tx: Transaction, where: Where, input: SessionInput): Promise<void> {
  const { eventId, id, isNew, timeZone } = where;
  const date =
    input.day === OTHER_DAY
      ? Temporal.PlainDate.from(input.date ?? "")
      : fromDateColumn(
          (await tx.eventDay.findUniqueOrThrow({ where: { id: input.day }, select: { date: true } })).date,
        );
  const data = {
    ...{ kind: input.kind, signUp: input.signUp, priceOre: input.price ?? 0 },
    title: inBoth(input.titleSv, input.titleEn) ?? Prisma.DbNull,
    abstract: inBoth(input.abstractSv, input.abstractEn) ?? Prisma.DbNull,
    dayId: input.day === OTHER_DAY ? null : input.day,
    startsAt: toTimestamp(atLocalTime(date, input.starts, timeZone)),
    endsAt: toTimestamp(atLocalTime(date, input.ends, timeZone)),
    ...{ roomId: input.room || null, trackId: input.track || null, hostOrganisationId: input.host || null },
  } as Omit<Prisma.SessionUncheckedCreateInput, "eventId" | "id">;
  if (isNew) await tx.session.create({ data: { ...data, id, eventId }, select: { id: true } });
  else await tx.session.update({ where: { id }, data, select: { id: true } });
  await writePlaces(tx, { eventId, sessionId: id }, input);
  await tx.sessionSpeaker.deleteMany({ where: { sessionId: id } });
  const speakers = Object.values(input.speakers).filter(({ speaker }) => speaker !== "");
  await tx.sessionSpeaker.createMany({
    data: speakers.map(({ speaker, part }, position) => ({ sessionId: id, speakerId: speaker, part, position })),
  });
}

/** Who signs up is counted, with a limit or without; what nobody counts needs no quota, but one that is there keeps its count. */
async function writePlaces(
  tx: Transaction,
  { eventId, sessionId }: { readonly eventId: string; readonly sessionId: string },
  { places: capacity, signUp }: SessionInput,
): Promise<void> {
  const { count } = await tx.quota.updateMany({ where: { eventId, sessionId }, data: { capacity } });
  if (count === 0 && (capacity !== null || signUp))
    await tx.quota.create({ data: { eventId, sessionId, capacity }, select: { id: true } });
}
