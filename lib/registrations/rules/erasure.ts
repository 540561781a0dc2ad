import { isLiving, type RegistrationState } from "./transitions";

/** Whether a person can be erased: their registration has ended, or the event is over. */
export function canBeErased(state: RegistrationState, isEventOver: boolean): boolean {
  return isEventOver || (!isLiving(state) && state !== "HELD");
}

/** What stands instead of an erased address: unique, and under a name that can never receive mail (RFC 2606). */
export function erasedAddress(registrationId: string): string {
  return `${registrationId}@erased.invalid`;
}
