import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";

/** Whether this reader may invite, and change whom others have invited: who may change the whole event. */
export function canInvite({ role, reach }: Pick<EventScope, "role" | "reach">): boolean {
  return canEdit(role) && reach.kind === "whole-event";
}

/** Whether this reader may call the whole event off. */
export function canCancelEvent({ role, reach }: Pick<EventScope, "role" | "reach">): boolean {
  return canEdit(role) && reach.kind === "whole-event";
}
