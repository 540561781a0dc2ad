import { Temporal } from "temporal-polyfill";

/** How late a reminder may still go out. Later, "tomorrow" may be today, and nobody wants it at night. */
const GRACE_HOURS = 6;

/**
 * `early`: not yet. `due`: now. `missed`: no worker was there in time; nothing is sent. `passed`: the time had been when the
 * rule was last set or switched on (`activeSince`), so nobody has missed anything and nothing is sent.
 */
export function dueness(
  { scheduledAt, activeSince }: { readonly scheduledAt: Temporal.Instant; readonly activeSince: Temporal.Instant },
  now: Temporal.Instant,
): "early" | "due" | "missed" | "passed" {
  if (Temporal.Instant.compare(now, scheduledAt) < 0) return "early";
  if (Temporal.Instant.compare(scheduledAt, activeSince) < 0) return "passed";
  return Temporal.Instant.compare(now, scheduledAt.add({ hours: GRACE_HOURS })) <= 0 ? "due" : "missed";
}
