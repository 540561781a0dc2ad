import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { reachedSession, withinScope } from "./registration-conditions";

/** How many take a place somewhere, and how many places there are (null: no limit). */
export type Places = { readonly taken: number; readonly capacity: number | null };

/** Places taken at an event: in all, and by category, day and session. Waiting and ended registrations take none. */
export async function getEventCounts(scope: EventScope) {
  const taking = Prisma.sql`${withinScope(scope)} AND takes_place(r.state)`;
  const hosted = scope.reach.kind === "hosted-sessions" ? { hostOrganisationId: scope.reach.organisationId } : {};
  const [event, total, perCategory, perDay, perSession] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: scope.eventId },
      select: {
        quotas: {
          where: { categoryId: null, dayId: null, sessionId: null, voucherId: null },
          select: { capacity: true },
        },
        categories: {
          orderBy: { position: "asc" },
          select: { id: true, key: true, name: true, quota: { select: { capacity: true } } },
        },
        days: { orderBy: { date: "asc" }, select: { id: true, date: true, quota: { select: { capacity: true } } } },
        sessions: {
          where: { ...hosted, signUp: true },
          orderBy: [{ startsAt: "asc" }, { id: "asc" }],
          select: { id: true, title: true, quota: { select: { capacity: true } } },
        },
      },
    }),
    counts(Prisma.sql`SELECT 'all' AS id, count(*)::int AS n FROM registration r WHERE ${taking}`),
    counts(
      Prisma.sql`SELECT r.category_id::text AS id, count(*)::int AS n FROM registration r WHERE ${taking} GROUP BY 1`,
    ),
    counts(Prisma.sql`SELECT rd.day_id::text AS id, count(*)::int AS n FROM registration r
      JOIN registration_day rd ON rd.registration_id = r.id WHERE ${taking} GROUP BY 1`),
    counts(Prisma.sql`SELECT rs.session_id::text AS id, count(*)::int AS n FROM registration r
      JOIN registration_session rs ON rs.registration_id = r.id WHERE ${taking} AND ${reachedSession(scope)} GROUP BY 1`),
  ]);
  const wholeEvent = scope.reach.kind === "whole-event";
  const places = (taken: number | undefined, capacity: number | null | undefined): Places => ({
    taken: taken ?? 0,
    capacity: wholeEvent ? (capacity ?? null) : null,
  });
  return {
    event: places(total.get("all"), event.quotas[0]?.capacity),
    categories: event.categories.map(({ id, key, name, quota }) => ({
      key,
      name: localised(name),
      places: places(perCategory.get(id), quota?.capacity),
    })),
    days: event.days.map(({ id, date, quota }) => ({
      date: fromDateColumn(date),
      places: places(perDay.get(id), quota?.capacity),
    })),
    sessions: event.sessions.map(({ id, title, quota }): { id: string; title: Localised; places: Places } => ({
      id,
      title: localised(title),
      places: { taken: perSession.get(id) ?? 0, capacity: quota?.capacity ?? null },
    })),
  };
}

async function counts(query: Prisma.Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await database().$queryRaw<{ id: string; n: number }[]>(query);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
