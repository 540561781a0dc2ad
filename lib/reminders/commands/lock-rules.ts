import type { EventScope } from "@/lib/auth/scopes";
import type { Transaction } from "@/lib/platform/db";
import { reminderDateColumns, reminderDates, ruleColumns, type StoredRule, storedRule } from "../queries/rule-row";
import type { ReminderDates } from "../rules/scheduled-time";

/**
 * The event's rules and dates, locked against others who change rules: of two at once, the second sees what the first has done.
 * The lock is the rules' own; registrations take no notice of it.
 */
export async function lockRules(
  tx: Transaction,
  { eventId }: EventScope,
): Promise<{ readonly event: ReminderDates; readonly rules: readonly StoredRule[] }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminder-rules:${eventId}`}, 0))`;
  const { reminderRules, ...dates } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...reminderDateColumns,
      reminderRules: { where: { removedAt: null }, select: ruleColumns, orderBy: { id: "asc" } },
    },
  });
  return { event: reminderDates(dates), rules: reminderRules.map((row) => storedRule(row, dates)) };
}
