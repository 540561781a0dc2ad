import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { localDate } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** How many eat one meal: in all, and by what they wrote about diet, in the caterer's order. No names, nobody's answers. */
export type MealCount = {
  readonly sessionId: string;
  readonly title: Localised;
  readonly date: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly confirmed: number;
  /** Places that are held, offered or await approval: they may come on top. */
  readonly notYetConfirmed: number;
  /** Diets as they were written, same words counted together; who wrote nothing is not among them. */
  readonly diets: readonly { readonly diet: string; readonly count: number }[];
};

type Row = { sessionId: string; diet: string | null; confirmed: number; others: number };

/**
 * Meals counted by day, meal and diet. A meal with sign-up counts who chose it; one without counts everybody who comes that
 * day, so whoever books another day only is left out. People with protected identity eat too: counts tell nobody's name.
 */
export async function countMeals(scope: EventScope): Promise<readonly MealCount[]> {
  const [event, rows] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: scope.eventId },
      select: {
        timeZone: true,
        sessions: {
          where: { kind: { in: ["MEAL", "MINGLE"] }, cancelledAt: null },
          orderBy: [{ startsAt: "asc" }, { id: "asc" }],
          select: { id: true, title: true, startsAt: true },
        },
      },
    }),
    database().$queryRaw<Row[]>`
      SELECT s.id AS "sessionId", nullif(lower(btrim(n.diet)), '') AS diet,
             (count(*) FILTER (WHERE r.state = 'CONFIRMED'))::int AS confirmed,
             (count(*) FILTER (WHERE r.state <> 'CONFIRMED'))::int AS others
        FROM session s
        JOIN registration r ON r.event_id = s.event_id AND takes_place(r.state)
        LEFT JOIN sensitive_needs n ON n.registration_id = r.id
       WHERE s.event_id = ${scope.eventId}::uuid AND s.kind IN ('MEAL', 'MINGLE') AND s.cancelled_at IS NULL
         AND CASE WHEN s.sign_up
             THEN EXISTS (SELECT 1 FROM registration_session c WHERE c.registration_id = r.id AND c.session_id = s.id)
             ELSE EXISTS (SELECT 1 FROM registration_day d WHERE d.registration_id = r.id AND d.day_id = s.day_id) END
       GROUP BY 1, 2`,
  ]);
  return event.sessions.map(({ id, title, startsAt }) => {
    const own = rows.filter((row) => row.sessionId === id);
    const start = fromTimestamp(startsAt);
    const sum = (of: (row: Row) => number) => own.reduce((total, row) => total + of(row), 0);
    return {
      sessionId: id,
      title: localised(title),
      date: localDate(start, event.timeZone),
      startsAt: start,
      confirmed: sum((row) => row.confirmed),
      notYetConfirmed: sum((row) => row.others),
      diets: own
        .flatMap(({ diet, confirmed }) => (diet === null || confirmed === 0 ? [] : [{ diet, count: confirmed }]))
        .toSorted((a, b) => b.count - a.count || (a.diet < b.diet ? -1 : 1)),
    };
  });
}
