import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { dayInWords, type WhyWaiting } from "@/lib/i18n/waiting-reasons";
import { database } from "@/lib/platform/db";
import { getOfferingEvent, readWaiting } from "@/lib/registrations/queries/lines";
import { eventObstacle, type PersonObstacle, personObstacles } from "@/lib/registrations/rules/offer-obstacle";
import { withinScope } from "./registration-conditions";

/** Who waits at an event and why nobody, or not they, are offered a place. Names only of those the reader may know of. */
export async function getLineOverview(scope: EventScope, now: Temporal.Instant) {
  const db = database();
  const { eventId } = scope;
  const [event, line, quotas, rows, sessions, names] = await Promise.all([
    getOfferingEvent(db, eventId),
    readWaiting(db, eventId),
    db.quota.findMany({ where: { eventId } }),
    db.$queryRaw<Row[]>`
      SELECT r.id, r.reference, r.name, r.state::text, r.expires_at AS "expiresAt", r.created_at AS "createdAt",
             c.name AS category, c.id AS "categoryId"
        FROM registration r JOIN category c ON c.id = r.category_id
       WHERE ${withinScope(scope)} AND r.state IN ('WAITLISTED', 'OFFERED', 'PENDING_APPROVAL')
       ORDER BY c.position, r.waiting_number, r.created_at`,
    db.session.findMany({
      where: { eventId, waiting: { some: { state: { in: ["WAITING", "OFFERED"] } } } },
      select: {
        id: true,
        title: true,
        waiting: { where: { state: { in: ["WAITING", "OFFERED"] } }, select: { state: true } },
      },
      orderBy: { startsAt: "asc" },
    }),
    namesOf(eventId),
  ]);
  const obstacles = personObstacles(line, quotas);
  return {
    isPaused: event.offersPaused,
    timeZone: event.timeZone,
    obstacle: eventObstacle(event, now),
    people: rows.map((row) => ({
      reference: row.reference,
      name: row.name,
      state: row.state,
      category: localised(row.category),
      until: row.expiresAt && fromTimestamp(row.expiresAt),
      since: fromTimestamp(row.createdAt),
      /** Place in the category's line. */
      place: placeOf(row, rows),
      obstacle: obstacles.get(row.id) ?? null,
      full: fullOf(obstacles.get(row.id) ?? null, names),
    })),
    sessions: sessions.map(({ id, title, waiting }) => ({
      id,
      title: localised(title) as Localised,
      waiting: waiting.filter(({ state }) => state === "WAITING").length,
      offered: waiting.filter(({ state }) => state === "OFFERED").length,
    })),
  };
}
export type LineOverview = Awaited<ReturnType<typeof getLineOverview>>;

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly state: "WAITLISTED" | "OFFERED" | "PENDING_APPROVAL";
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly category: unknown;
  readonly categoryId: string;
};

function placeOf(row: Row, rows: readonly Row[]): number | null {
  if (row.state !== "WAITLISTED") return null;
  const line = rows.filter(({ state, categoryId }) => state === "WAITLISTED" && categoryId === row.categoryId);
  return line.indexOf(row) + 1;
}

/** What keeps somebody from a place, by the name visitors know it by. */
function fullOf(obstacle: PersonObstacle | null, names: Names): WhyWaiting["full"] {
  if (obstacle?.kind !== "full") return [];
  const { level, id } = obstacle.at;
  return [{ level, name: names.get(id ?? "") ?? { sv: "–", en: "–" } }];
}

type Names = ReadonlyMap<string, Localised>;

async function namesOf(eventId: string): Promise<Names> {
  const event = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      title: true,
      categories: { select: { id: true, name: true } },
      days: { select: { id: true, date: true } },
      sessions: { select: { id: true, title: true } },
    },
  });
  return new Map([
    ["", localised(event.title)],
    ...event.categories.map(({ id, name }) => [id, localised(name)] as const),
    ...event.sessions.map(({ id, title }) => [id, localised(title)] as const),
    ...event.days.map(({ id, date }) => [id, dayInWords(fromDateColumn(date))] as const),
  ]);
}
