import { Temporal } from "temporal-polyfill";

/** How late a reminder may still go out. Later, "tomorrow" may be today, and nobody wants it at night. */
const GRACE_HOURS = 6;

/** `early`: not yet. `due`: now. `missed`: no worker was there in time; nothing is sent. */
export function dueness(scheduledAt: Temporal.Instant, now: Temporal.Instant): "early" | "due" | "missed" {
  if (Temporal.Instant.compare(now, scheduledAt) < 0) return "early";
  return Temporal.Instant.compare(now, scheduledAt.add({ hours: GRACE_HOURS })) <= 0 ? "due" : "missed";
}
