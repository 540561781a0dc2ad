import type { Temporal } from "temporal-polyfill";
import type { RegistrationForm } from "@/lib/registrations/registration-form";

/** Why nobody can fill in the form now, as what the visitor is told. */
export type Obstacle = "notYetOpen" | "closed" | "full" | "cancelled" | "over" | "invitationOnly";

/** What stands in the way of registering, or null. */
export function obstacle(form: RegistrationForm): Obstacle | null {
  const WINDOWS = {
    "not-yet-open": "notYetOpen",
    closed: "closed",
    cancelled: "cancelled",
    over: "over",
    open: null,
  } as const;
  const closed = WINDOWS[form.window.state];
  if (closed) return closed;
  if (form.needsInvitation) return "invitationOnly";
  return !form.waitingList && isFull(form) ? "full" : null;
}

/** Whether whoever registers now cannot get a place, whatever they choose. */
export function isFull(form: RegistrationForm): boolean {
  return (
    form.places.kind === "full" ||
    form.categories.every((category) => category.places.kind === "full") ||
    form.days.every((day) => day.places.kind === "full")
  );
}

/** Whole days from today, where the event is, to a date. */
export function daysUntil(date: Temporal.PlainDate, timeZone: string, now: Temporal.Instant): number {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().until(date, { largestUnit: "day" }).days;
}
