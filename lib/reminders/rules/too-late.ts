import { Temporal } from "temporal-polyfill";
import { endOfDay } from "@/lib/core/local-date";
import { KINDS, type ReminderKind } from "./kinds";
import type { ReminderDates } from "./scheduled-time";

/** Whether nobody could act on such a reminder any more: registration is closed by then, or the event over, or names are not taken. */
export function isTooLate(kind: ReminderKind, scheduledAt: Temporal.Instant, event: ReminderDates): boolean {
  return Temporal.Instant.compare(scheduledAt, endOfDay(lastDay(kind, event), event.timeZone)) >= 0;
}

function lastDay(kind: ReminderKind, { endsOn, lastRegistrationDay, lastNamingDay }: ReminderDates) {
  switch (KINDS[kind].until) {
    case "registration":
      return lastRegistrationDay;
    case "naming":
      return lastNamingDay ?? endsOn;
    case "event":
      return endsOn;
  }
}
