import { Temporal } from "temporal-polyfill";
import { atLocalTime, localDate } from "@/lib/core/local-date";
import { ZONE } from "@/prisma/seed/demo/event-rows";
import type { EventPlan } from "@/prisma/seed/demo/plan";
import type { Seeded } from "@/prisma/seed/demo/seeded";

/**
 * When somebody registers: many on the days after the invitation, few for a while, and more and more as the last day
 * comes near; in office hours mostly. Never before registration opens and never after now.
 */
export function registeredAt(seeded: Seeded, plan: EventPlan, now: Temporal.Instant): Temporal.Instant {
  const window = plan.opens.until(plan.lastRegistrationDay).days + 1;
  const earliest = atLocalTime(plan.opens, "07:30", ZONE);
  const today = localDate(now, ZONE);
  for (let attempt = 0; attempt < 100; attempt++) {
    const offset = Math.floor(shareOfWindow(seeded) * window);
    const day = plan.opens.add({ days: offset });
    if (Temporal.PlainDate.compare(day, today) > 0 || (day.dayOfWeek > 5 && !seeded.chance(0.15))) continue;
    const hour = seeded.chance(0.88) ? 8 + seeded.below(9) : 17 + seeded.below(6);
    const instant = earliest.add({
      hours: offset * 24 + hour - 8,
      minutes: 30 + seeded.below(60),
      seconds: seeded.below(60),
    });
    if (Temporal.Instant.compare(instant, now) <= 0) return instant;
  }
  // Registration opened moments ago: somewhere between then and now.
  const open = Math.max(0, now.epochMilliseconds - earliest.epochMilliseconds);
  return earliest.add({ milliseconds: seeded.below(open + 1) });
}

/** A moment after another and before now and the first day. */
export function later(
  seeded: Seeded,
  after: Temporal.Instant,
  plan: EventPlan,
  now: Temporal.Instant,
): Temporal.Instant {
  const start = atLocalTime((plan.days[0] ?? { date: plan.opens }).date, "06:00", ZONE);
  const end = Math.min(now.epochMilliseconds, start.epochMilliseconds);
  return after.add({ milliseconds: seeded.below(Math.max(1, end - after.epochMilliseconds)) });
}

function shareOfWindow(seeded: Seeded): number {
  const kind = seeded.next();
  if (kind < 0.3) return Math.min(0.999, -Math.log(1 - seeded.next()) * 0.05);
  if (kind < 0.5) return seeded.next();
  return Math.min(0.999, seeded.next() ** 0.25);
}
