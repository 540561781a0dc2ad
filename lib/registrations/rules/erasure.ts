import { Temporal } from "temporal-polyfill";
import { isLiving, type RegistrationState } from "./transitions";

/** Whether a person can be erased: their registration has ended, or the event is over. */
export function canBeErased(state: RegistrationState, isEventOver: boolean): boolean {
  return isEventOver || (!isLiving(state) && state !== "HELD");
}

/** Whether an event whose last day ends at `end` is over. */
export function isOver(end: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, end) >= 0;
}

/** What stands instead of the erased address of a registration or booking with this id: unique, and under a name that can never receive mail (RFC 2606). */
export function erasedAddress(id: string): string {
  return `${id}@erased.invalid`;
}
