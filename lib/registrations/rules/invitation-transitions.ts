export type InvitationState = "SENT" | "OPENED" | "ACCEPTED" | "DECLINED";
export type InvitationEvent = "open" | "accept" | "decline";

/** An answer may be changed to the other one for as long as registration is open. */
const TRANSITIONS: Record<InvitationState, Partial<Record<InvitationEvent, InvitationState>>> = {
  SENT: { open: "OPENED", accept: "ACCEPTED", decline: "DECLINED" },
  OPENED: { accept: "ACCEPTED", decline: "DECLINED" },
  DECLINED: { accept: "ACCEPTED" },
  ACCEPTED: {},
};

/** Where `event` leads an invitation, or null when it may not happen. An accepted one ends by cancelling the registration. */
export function nextInvitationState(from: InvitationState, event: InvitationEvent): InvitationState | null {
  return TRANSITIONS[from][event] ?? null;
}
