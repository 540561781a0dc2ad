import { Temporal } from "temporal-polyfill";
import { endOfDay } from "@/lib/core/local-date";
import { KINDS, type ReminderKind } from "./kinds";
import type { ReminderDates } from "./scheduled-time";

/**
 * Whether it makes no sense to remind a group at that time. `too_late`: nobody could act on it any more, as registration is closed
 * by then, or the event over, or names are not taken. `too_early`: it is about an event that is over, and it is not.
 */
export function whyPointless(
  kind: ReminderKind,
  scheduledAt: Temporal.Instant,
  event: ReminderDates,
): "too_late" | "too_early" | null {
  const isPast = (day: Temporal.PlainDate) => Temporal.Instant.compare(scheduledAt, endOfDay(day, event.timeZone)) >= 0;
  switch (KINDS[kind].until) {
    case "registration":
      return isPast(event.lastRegistrationDay) ? "too_late" : null;
    case "naming":
      return isPast(event.lastNamingDay ?? event.endsOn) ? "too_late" : null;
    case "event":
      return isPast(event.endsOn) ? "too_late" : null;
    case "after-event":
      return Temporal.Instant.compare(scheduledAt, event.closesAt) < 0 ? "too_early" : null;
  }
}
