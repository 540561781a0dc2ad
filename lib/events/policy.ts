import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";

/** Whether somebody may change the event itself: what it is called, its days, its places, its life. */
export function canEditEvent(scope: Pick<EventScope, "role" | "reach">): boolean {
  return canEdit(scope.role) && scope.reach.kind === "whole-event";
}

/** Whether somebody may make this event's next edition: a new event of the organisation, so not whoever works with this one alone. */
export function canMakeNextEdition(scope: Pick<EventScope, "role" | "reach" | "thisEventOnly">): boolean {
  return canEditEvent(scope) && !scope.thisEventOnly;
}
