import { canEdit, canSeeList, canSeeNeeds, canSeeRegistrations, type Permission } from "@/lib/auth/policy";
import type { EventRole } from "@/lib/auth/scopes";

const TABS = {
  overview: { path: "", permission: canSeeRegistrations },
  edit: { path: "/edit", permission: canEdit },
  registrations: { path: "/registrations", permission: canSeeList },
  invitations: { path: "/invitations", permission: canSeeRegistrations },
  line: { path: "/line", permission: canEdit },
  changeRequests: { path: "/change-requests", permission: canEdit },
  mail: { path: "/mail", permission: canSeeRegistrations },
  mailings: { path: "/mailings", permission: canEdit },
  questions: { path: "/questions", permission: canEdit },
  codes: { path: "/codes", permission: canEdit },
  meals: { path: "/meals", permission: canSeeNeeds },
  settings: { path: "/settings", permission: canEdit },
} as const satisfies Record<string, { path: string; permission: Permission }>;

export type EventTab = keyof typeof TABS;

/** The pages of one event that a role opens, in the order of the navigation; each page's gate asks for the same permission. */
export function eventTabs(role: EventRole): { readonly tab: EventTab; readonly path: string }[] {
  return (Object.keys(TABS) as EventTab[])
    .filter((tab) => TABS[tab].permission(role))
    .map((tab) => ({ tab, path: TABS[tab].path }));
}
