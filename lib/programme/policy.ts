import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";

type Who = Pick<EventScope, "role" | "reach">;

/** Whether somebody may change the whole programme. */
export function canEditProgramme({ role, reach }: Who): boolean {
  return canEdit(role) && reach.kind === "whole-event";
}

/** The organisation whose sessions alone somebody may change; null for who may change all, or none. */
export function editsOnlySessionsOf({ role, reach }: Who): string | null {
  return role === "CO_ORGANISER" && reach.kind === "hosted-sessions" ? reach.organisationId : null;
}

/** Whether somebody may change this session: an editor all, a co-organiser those that its own organisation hosts. */
export function canEditSession(who: Who, session: { readonly hostOrganisationId: string | null }): boolean {
  const own = editsOnlySessionsOf(who);
  return canEditProgramme(who) || (own !== null && session.hostOrganisationId === own);
}
