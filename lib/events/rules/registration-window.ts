import { Temporal } from "temporal-polyfill";
import { endOfDay, startOfDay } from "@/lib/core/local-date";

/** What decides whether an event takes registrations. Dates are local dates in `timeZone` (IANA). */
export type WindowFacts = {
  readonly status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  readonly timeZone: string;
  readonly registrationOpensOn: Temporal.PlainDate | null;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};

export type WindowState = "not-yet-open" | "open" | "closed" | "cancelled" | "over";

/** The state now, and the instants at which it opens (null: since it was published) and closes. */
export type RegistrationWindow = {
  readonly state: WindowState;
  readonly opensAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant;
};

/**
 * Whether an event takes registrations at `now`. "Senast den 2 november" includes all of 2 November where the event is:
 * it closes at the first instant of 3 November in the event's zone, whatever daylight saving does that night.
 */
export function registrationWindow(event: WindowFacts, now: Temporal.Instant): RegistrationWindow {
  const opensAt = event.registrationOpensOn && startOfDay(event.registrationOpensOn, event.timeZone);
  const closesAt = endOfDay(event.lastRegistrationDay, event.timeZone);
  return { state: stateAt(event, opensAt, closesAt, now), opensAt, closesAt };
}

function stateAt(
  event: WindowFacts,
  opensAt: Temporal.Instant | null,
  closesAt: Temporal.Instant,
  now: Temporal.Instant,
): WindowState {
  if (event.status === "CANCELLED") return "cancelled";
  if (event.status === "ARCHIVED" || hasCome(endOfDay(event.endsOn, event.timeZone), now)) return "over";
  if (hasCome(closesAt, now)) return "closed";
  if (event.status === "DRAFT" || (opensAt && !hasCome(opensAt, now))) return "not-yet-open";
  return "open";
}

function hasCome(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, instant) >= 0;
}
