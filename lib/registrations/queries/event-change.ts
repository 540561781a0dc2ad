import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { gathered } from "@/lib/core/gather";
import { type Database, database, type Transaction } from "@/lib/platform/db";
import {
  type Coming,
  type Difference,
  type TimesAndPlaces,
  timesAndPlacesSchema,
  toldDifferences,
} from "../rules/told-difference";

type Reader = Database | Transaction;

/** What has changed at an event since those concerned were last told. */
export type UntoldChange = {
  readonly id: string;
  readonly changedAt: Temporal.Instant;
  /** Says which state of the event was looked at: it differs when somebody has edited since. */
  readonly mark: string;
  readonly before: TimesAndPlaces;
  readonly now: TimesAndPlaces;
  readonly differences: readonly Difference[];
  readonly concerned: readonly Concerned[];
};

/** Somebody who was told otherwise, and lives with it: has a place or waits for one. */
export type Concerned = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: "sv" | "en";
};

/** What is untold, or null when everything is as people were told. Changes that were undone are no changes. */
export async function findUntoldChange(
  { eventId }: Pick<EventScope, "eventId">,
  db: Reader = database(),
): Promise<UntoldChange | null> {
  const untold = await findDifferences(eventId, db);
  if (!untold) return null;
  const people = await db.registration.findMany({
    where: {
      eventId,
      state: { in: ["CONFIRMED", "PENDING_APPROVAL", "OFFERED", "WAITLISTED"] },
      // Whoever came later has read the new times already.
      createdAt: { lte: toTimestamp(untold.changedAt) },
    },
    select: {
      ...{ id: true, name: true, email: true, locale: true },
      days: { select: { dayId: true } },
      sessions: { select: { sessionId: true } },
    },
    orderBy: { id: "asc" },
  });
  const concerned = people.filter((person) => toldDifferences(untold.before, untold.now, comingOf(person)).length > 0);
  return { ...untold, mark: untold.changedAt.toString(), concerned };
}

/** Whether an event has changes that nobody has been told of. */
export async function hasUntoldChange({ eventId }: Pick<EventScope, "eventId">): Promise<boolean> {
  return (await findDifferences(eventId, database())) !== null;
}

async function findDifferences(eventId: string, db: Reader) {
  const row = await db.eventChange.findFirst({
    where: { eventId, toldAt: null, event: { status: "PUBLISHED" } },
    select: { id: true, before: true, changedAt: true },
  });
  const now = row && (await readTimesAndPlaces(eventId, db));
  if (!row || !now) return null;
  const before = timesAndPlacesSchema.parse(row.before);
  const differences = toldDifferences(before, now, null);
  return differences.length === 0
    ? null
    : { id: row.id, changedAt: fromTimestamp(row.changedAt), before, now, differences };
}

function comingOf({
  days,
  sessions,
}: {
  readonly days: readonly { readonly dayId: string }[];
  readonly sessions: readonly { readonly sessionId: string }[];
}): Coming {
  return { dayIds: days.map(({ dayId }) => dayId), sessionIds: sessions.map(({ sessionId }) => sessionId) };
}

/** What has changed for one attendee since the state that a change began from; null when there is no such change or attendee. */
export async function findChangesFor(registrationId: string, changeId: string): Promise<readonly Difference[] | null> {
  const row = await database().registration.findUnique({
    where: { id: registrationId },
    select: { eventId: true, days: { select: { dayId: true } }, sessions: { select: { sessionId: true } } },
  });
  const [before, now] = row ? await Promise.all([findBefore(changeId), findNow(row.eventId)]) : [null, null];
  if (!row || !before || !now || before.eventId !== row.eventId) return null;
  return toldDifferences(before.told, now, comingOf(row));
}

/** Mails about one change that are composed at the same time share the reads. */
const findBefore = gathered(async (ids: readonly string[]) => {
  const rows = await database().eventChange.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, eventId: true, before: true },
  });
  const byId = new Map(
    rows.map(({ id, eventId, before }) => [id, { eventId, told: timesAndPlacesSchema.parse(before) }]),
  );
  return ids.map((id) => byId.get(id) ?? null);
});

const findNow = gathered(async (ids: readonly string[]) => {
  const wanted = [...new Set(ids)];
  const read = await Promise.all(wanted.map(async (id) => [id, await readTimesAndPlaces(id, database())] as const));
  const byId = new Map(read);
  return ids.map((id) => byId.get(id) ?? null);
});

async function readTimesAndPlaces(eventId: string, db: Reader): Promise<TimesAndPlaces | null> {
  const rows = await db.$queryRaw<{ now: unknown }[]>`SELECT event_times_and_places(${eventId}::uuid) AS now`;
  return z.object({ now: timesAndPlacesSchema.nullable() }).parse(rows[0] ?? { now: null }).now;
}
