export type InvitationState = "SENT" | "OPENED" | "ACCEPTED" | "DECLINED";
export type InvitationEvent = "open" | "accept" | "decline";

/** An answer may be changed to the other one; whoever accepted cancels the registration first. */
const TRANSITIONS: Record<InvitationState, Partial<Record<InvitationEvent, InvitationState>>> = {
  SENT: { open: "OPENED", accept: "ACCEPTED", decline: "DECLINED" },
  OPENED: { accept: "ACCEPTED", decline: "DECLINED" },
  DECLINED: { accept: "ACCEPTED" },
  ACCEPTED: { accept: "ACCEPTED", decline: "DECLINED" },
};

/** Where `event` leads an invitation, or null when it may not happen or changes nothing. */
export function nextInvitationState(from: InvitationState, event: InvitationEvent): InvitationState | null {
  return TRANSITIONS[from][event] ?? null;
}
