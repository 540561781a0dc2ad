import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate, toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { dueness } from "../rules/due";
import { scheduledTime } from "../rules/scheduled-time";

/** One scheduled time of one rule that nothing has been done about. */
export type ScheduledReminder = {
  readonly ruleId: string;
  readonly kind: "INVITED_UNANSWERED" | "CONFIRMED_BEFORE_EVENT";
  readonly eventId: string;
  readonly organisationId: string;
  readonly scheduledAt: Temporal.Instant;
  readonly dueness: "due" | "missed";
};

/** All reminders of published events that are due or missed. Events that ended more than a week ago have none. */
export async function listOpenReminders(now: Temporal.Instant): Promise<ScheduledReminder[]> {
  const weekAgo = toDateColumn(localDate(now, "UTC").subtract({ days: 7 }));
  const rules = await database().reminderRule.findMany({
    where: { enabled: true, event: { status: "PUBLISHED", endsOn: { gte: weekAgo } } },
    select: {
      id: true,
      kind: true,
      daysBefore: true,
      localTime: true,
      event: {
        select: { id: true, organisationId: true, timeZone: true, startsOn: true, lastRegistrationDay: true },
      },
      runs: { select: { scheduledAt: true } },
    },
    orderBy: { id: "asc" },
  });
  return rules.flatMap(({ id: ruleId, runs, event, ...timing }) => {
    const dates = {
      timeZone: event.timeZone,
      startsOn: fromDateColumn(event.startsOn),
      lastRegistrationDay: fromDateColumn(event.lastRegistrationDay),
    };
    const scheduledAt = scheduledTime(timing, dates);
    const when = dueness(scheduledAt, now);
    if (when === "early" || runs.some((run) => fromTimestamp(run.scheduledAt).equals(scheduledAt))) return [];
    const { id: eventId, organisationId } = event;
    return [{ ruleId, kind: timing.kind, eventId, organisationId, scheduledAt, dueness: when }];
  });
}
