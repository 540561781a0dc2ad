export const REGISTRATION_STATES = [
  "HELD",
  "PENDING_APPROVAL",
  "CONFIRMED",
  "WAITLISTED",
  "OFFERED",
  "DECLINED",
  "LAPSED",
  "REJECTED",
  "CANCELLED",
  "SUBSTITUTED",
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const REGISTRATION_EVENTS = [
  "ask-approval",
  "confirm",
  "join-waiting-list",
  "offer",
  "accept-offer",
  "decline-offer",
  "let-lapse",
  "approve",
  "reject",
  "cancel",
  "substitute",
] as const;
export type RegistrationEvent = (typeof REGISTRATION_EVENTS)[number];

/** The whole state machine: what may happen to a registration in each state, and where it leads. */
export const TRANSITIONS: Record<RegistrationState, Partial<Record<RegistrationEvent, RegistrationState>>> = {
  HELD: {
    "ask-approval": "PENDING_APPROVAL",
    confirm: "CONFIRMED",
    "join-waiting-list": "WAITLISTED",
    "let-lapse": "LAPSED",
    cancel: "CANCELLED",
  },
  WAITLISTED: { offer: "OFFERED", cancel: "CANCELLED" },
  OFFERED: { "accept-offer": "CONFIRMED", "decline-offer": "DECLINED", "let-lapse": "LAPSED" },
  CONFIRMED: { cancel: "CANCELLED", substitute: "SUBSTITUTED" },
  PENDING_APPROVAL: { approve: "CONFIRMED", reject: "REJECTED", cancel: "CANCELLED" },
  DECLINED: {},
  LAPSED: {},
  REJECTED: {},
  CANCELLED: {},
  SUBSTITUTED: {},
};

/** Where `event` leads from `from`, or null when it may not happen there. */
export function nextState(from: RegistrationState, event: RegistrationEvent): RegistrationState | null {
  return TRANSITIONS[from][event] ?? null;
}

/** States that take up a place. The database's `takes_place` says the same; a test compares them. */
export function takesPlace(state: RegistrationState): boolean {
  return state === "HELD" || state === "PENDING_APPROVAL" || state === "CONFIRMED" || state === "OFFERED";
}

/**
 * States that hold the address: one living registration per event and address. A held place has no person yet; its address
 * is that of whoever booked it.
 */
export function isLiving(state: RegistrationState): boolean {
  return (takesPlace(state) && state !== "HELD") || state === "WAITLISTED";
}
