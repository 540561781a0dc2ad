import { Temporal } from "temporal-polyfill";
import { localDate, toDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { dueness } from "../rules/due";
import { openedHaveTheirOwn } from "../rules/own-reminder";
import { type ReminderDates, scheduledTime } from "../rules/scheduled-time";
import type { Occasion } from "./occasion";
import { reminderDateColumns, reminderDates, ruleColumns, type StoredRule, storedRule } from "./rule-row";

/** One scheduled time of one rule that nothing has been done about. */
export type ScheduledReminder = Occasion & { readonly ruleId: string; readonly dueness: "due" | "missed" };

/** How long after an event a rule may still be due, and a week in which it may be noticed that it was missed. */
const DAYS_AFTER_EVENT = 60 + 7;

/** All reminders of published events that are due or missed, in the order in which they were due. */
export async function listOpenReminders(now: Temporal.Instant): Promise<ScheduledReminder[]> {
  const oldest = toDateColumn(localDate(now, "UTC").subtract({ days: DAYS_AFTER_EVENT }));
  const rule = { enabled: true, removedAt: null };
  const events = await database().event.findMany({
    where: { status: "PUBLISHED", endsOn: { gte: oldest }, reminderRules: { some: rule } },
    select: {
      id: true,
      organisationId: true,
      ...reminderDateColumns,
      reminderRules: { where: rule, select: ruleColumns, orderBy: { id: "asc" } },
    },
  });
  return events
    .flatMap(({ id: eventId, organisationId, reminderRules, ...dates }) => {
      const event = reminderDates(dates);
      const rules = reminderRules.map((row) => storedRule(row, dates));
      return openOf(rules, event, now).map((open) => ({ ...open, eventId, organisationId, event }));
    })
    .toSorted(
      (a, b) =>
        Temporal.Instant.compare(a.scheduledAt, b.scheduledAt) ||
        Number(a.ruleId > b.ruleId) - Number(a.ruleId < b.ruleId),
    );
}

function openOf(rules: readonly StoredRule[], event: ReminderDates, now: Temporal.Instant) {
  const timed = rules.map((rule) => ({ ...rule, scheduledAt: scheduledTime(rule, event) }));
  return timed.flatMap((rule) => {
    const { id: ruleId, kind, scheduledAt, activeSince, categoryId, groupName } = rule;
    if (!scheduledAt || rule.runs.some((run) => run.scheduledAt.equals(scheduledAt))) return [];
    const when = dueness({ scheduledAt, activeSince }, now);
    if (when === "early" || when === "passed") return [];
    const withoutOpened = openedHaveTheirOwn(rule, timed);
    return [{ ruleId, kind, scheduledAt, categoryId, groupName, withoutOpened, dueness: when }];
  });
}
