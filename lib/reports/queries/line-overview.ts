import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { getOfferingEvent, readWaiting } from "@/lib/registrations/queries/lines";
import { eventObstacle, personObstacles } from "@/lib/registrations/rules/offer-obstacle";
import { withinScope } from "./registration-conditions";

/** Who waits at an event and why nobody, or not they, are offered a place. Names only of those the reader may know of. */
export async function getLineOverview(scope: EventScope, now: Temporal.Instant) {
  const db = database();
  const { eventId } = scope;
  const [event, line, quotas, rows, sessions] = await Promise.all([
    getOfferingEvent(db, eventId),
    readWaiting(db, eventId),
    db.quota.findMany({ where: { eventId } }),
    db.$queryRaw<Row[]>`
      SELECT r.id, r.reference, r.name, r.state::text, r.expires_at AS "expiresAt", r.created_at AS "createdAt",
             c.name AS category
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
    }),
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
      obstacle: obstacles.get(row.id) ?? null,
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
};
