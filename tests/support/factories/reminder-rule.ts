import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

const LONG_AGO = new Date("2017-01-01T08:00:00Z");

/** A rule that has long been on: at nine, three days before the last registration day, to those who have not answered. */
export function createReminderRule(
  db: Database,
  eventId: string,
  wishes: Partial<Prisma.ReminderRuleUncheckedCreateInput> = {},
) {
  return db.reminderRule.create({
    data: {
      eventId,
      kind: "INVITED_UNANSWERED",
      anchor: "LAST_REGISTRATION_DAY",
      offsetDays: -3,
      localTime: "09:00",
      activeSince: LONG_AGO,
      ...wishes,
    },
  });
}
