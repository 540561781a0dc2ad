import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";

/** Whether this reader may see and set whom the event reminds: who may change the whole event. */
export function canSetReminders({ role, reach }: Pick<EventScope, "role" | "reach">): boolean {
  return canEdit(role) && reach.kind === "whole-event";
}
