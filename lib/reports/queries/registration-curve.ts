import { Temporal } from "temporal-polyfill";
import { canSeeOtherEditions } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { type CurvePoint, cumulativeCurve, type DayCount } from "../rules/curve";
import { withinScope } from "./registration-conditions";

export type Curve = { readonly title: Localised; readonly points: readonly CurvePoint[] };
export type RegistrationCurve = {
  readonly deadline: Temporal.PlainDate;
  readonly current: Curve;
  /** The edition before this one in its series, for those who may know of it. */
  readonly previous: Curve | null;
};

/**
 * How registrations came in, summed up per local day against the last registration day, with the previous edition of the
 * series laid over by days before its own. Counted on the day somebody registered; those who have since left are not in it.
 */
export async function registrationCurve(scope: EventScope, now: Temporal.Instant): Promise<RegistrationCurve> {
  const event = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: { id: true, title: true, seriesId: true, startsOn: true, timeZone: true, lastRegistrationDay: true },
  });
  const deadline = fromDateColumn(event.lastRegistrationDay);
  const today = localDate(now, event.timeZone);
  const counts = await countsPerDay(withinScope(scope), event.timeZone);
  // The line ends at the deadline: what happens later is in the list, and a flat tail would squeeze the weeks that matter.
  const current = cumulativeCurve(counts, deadline, Temporal.PlainDate.compare(today, deadline) < 0 ? today : deadline);
  return {
    deadline,
    current: { title: localised(event.title), points: current },
    previous: await previousCurve(scope, event),
  };
}

async function previousCurve(
  scope: EventScope,
  event: { id: string; seriesId: string | null; startsOn: Date },
): Promise<Curve | null> {
  if (!event.seriesId || scope.thisEventOnly || !canSeeOtherEditions(scope.role)) return null;
  const previous = await database().event.findFirst({
    where: {
      seriesId: event.seriesId,
      organisationId: scope.organisationId,
      id: { not: event.id },
      startsOn: { lt: event.startsOn },
      status: { in: ["PUBLISHED", "ARCHIVED"] },
    },
    orderBy: { startsOn: "desc" },
    select: { id: true, title: true, timeZone: true, lastRegistrationDay: true },
  });
  if (!previous) return null;
  const deadline = fromDateColumn(previous.lastRegistrationDay);
  const counts = await countsPerDay(withinScope({ ...scope, eventId: previous.id }), previous.timeZone);
  return { title: localised(previous.title), points: cumulativeCurve(counts, deadline, deadline) };
}

async function countsPerDay(within: Prisma.Sql, timeZone: string): Promise<readonly DayCount[]> {
  const rows = await database().$queryRaw<{ day: string; count: number }[]>`
    SELECT to_char(r.created_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, count(*)::int AS count
    FROM registration r WHERE ${within} AND takes_place(r.state) GROUP BY 1 ORDER BY 1`;
  return rows.map(({ day, count }) => ({ day: Temporal.PlainDate.from(day), count }));
}
