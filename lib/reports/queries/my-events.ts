import type { Temporal } from "temporal-polyfill";
import { canSeeRegistrations } from "@/lib/auth/policy";
import { roleAtEvent } from "@/lib/auth/rules/role-at-event";
import type { UserScope } from "@/lib/auth/scopes";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { Places } from "./event-counts";

export type MyEvent = Awaited<ReturnType<typeof listMyEvents>>["upcoming"][number];

/**
 * The events a signed-in user works with: those of the organisations they belong to, those they have a role of their own at, and those that let a co-organiser of
 * theirs in. Upcoming ones (until their last day is over, in their own zone) by date, past ones latest first. `places` is
 * null for those who see only part of the event, `opens` says whether the overview or only the list is for them.
 */
export async function listMyEvents(user: UserScope, now: Temporal.Instant) {
  const member = { memberships: { some: { userId: user.userId } } };
  const invited = {
    memberships: { some: { userId: user.userId, role: { notIn: ["DOOR" as const, "FINANCE" as const] } } },
  };
  const events = await database().event.findMany({
    where: {
      OR: [
        { organisation: member },
        member,
        { coOrganisers: { some: { access: { not: "NONE" }, organisation: invited } } },
      ],
    },
    orderBy: [{ startsOn: "asc" }, { slug: "asc" }],
    select: {
      slug: true,
      title: true,
      status: true,
      timeZone: true,
      startsOn: true,
      endsOn: true,
      lastRegistrationDay: true,
      organisation: {
        select: { name: true, memberships: { where: { userId: user.userId }, select: { role: true } } },
      },
      memberships: { where: { userId: user.userId }, select: { role: true } },
      coOrganisers: { where: { access: "WHOLE_EVENT", organisation: invited }, select: { organisationId: true } },
      quotas: {
        where: { categoryId: null, dayId: null, sessionId: null, voucherId: null },
        select: { used: true, capacity: true },
      },
    },
  });
  const all = events.map((event) => {
    const today = localDate(now, event.timeZone);
    const lastRegistrationDay = fromDateColumn(event.lastRegistrationDay);
    const role =
      roleAtEvent(event.organisation.memberships[0]?.role, event.memberships[0]?.role) ?? ("CO_ORGANISER" as const);
    const wholeEvent = role !== "CO_ORGANISER" || event.coOrganisers.length > 0;
    const quota = event.quotas[0];
    return {
      slug: event.slug,
      title: localised(event.title),
      status: event.status,
      organisation: event.organisation.name,
      startsOn: fromDateColumn(event.startsOn),
      endsOn: fromDateColumn(event.endsOn),
      lastRegistrationDay,
      daysLeft: lastRegistrationDay.since(today).days,
      isPast: fromDateColumn(event.endsOn).since(today).days < 0,
      opens: canSeeRegistrations(role) ? ("overview" as const) : ("list" as const),
      places: wholeEvent && quota ? ({ taken: quota.used, capacity: quota.capacity } satisfies Places) : null,
    };
  });
  return {
    upcoming: all.filter((event) => !event.isPast),
    past: all.filter((event) => event.isPast).reverse(),
  };
}
