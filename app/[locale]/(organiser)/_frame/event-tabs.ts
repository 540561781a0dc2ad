import {
  canEdit,
  canEditSessions,
  canReadLog,
  canSeeCorrespondence,
  canSeeList,
  canSeeNeeds,
  canSeeRegistrations,
  type Permission,
} from "@/lib/auth/policy";
import type { EventRole } from "@/lib/auth/scopes";

const TABS = {
  overview: { group: "overview", path: "", permission: canSeeRegistrations },
  edit: { group: "plan", path: "/edit", permission: canEdit },
  programme: { group: "plan", path: "/programme", permission: canEditSessions },
  speakers: { group: "plan", path: "/speakers", permission: canSeeRegistrations },
  questions: { group: "plan", path: "/questions", permission: canEdit },
  codes: { group: "plan", path: "/codes", permission: canEdit },
  settings: { group: "plan", path: "/settings", permission: canEdit },
  registrations: { group: "people", path: "/registrations", permission: canSeeList },
  invitations: { group: "people", path: "/invitations", permission: canSeeCorrespondence },
  line: { group: "people", path: "/line", permission: canEdit },
  changeRequests: { group: "people", path: "/change-requests", permission: canEdit },
  meals: { group: "people", path: "/meals", permission: canSeeNeeds },
  mail: { group: "letters", path: "/mail", permission: canSeeCorrespondence },
  mailings: { group: "letters", path: "/mailings", permission: canEdit },
  log: { group: "followUp", path: "/log", permission: canReadLog },
} as const satisfies Record<string, { group: string; path: string; permission: Permission }>;

export type EventTab = keyof typeof TABS;

export type TabGroup = (typeof TABS)[EventTab]["group"];

/** One stop of the navigation: a page, or a group that is closed (one goes to its first page) or open (its pages are shown). */
export type NavigationStop =
  | { readonly kind: "page"; readonly tab: EventTab; readonly path: string }
  | { readonly kind: "closed"; readonly group: TabGroup; readonly path: string }
  | {
      readonly kind: "open";
      readonly group: TabGroup;
      readonly pages: readonly { readonly tab: EventTab; readonly path: string }[];
    };

/**
 * What a role opens of one event, in the order of the navigation; each page's gate asks for the same permission.
 * Only the group of the current page shows its pages, so that all of it stays one row; a group of one is that page.
 */
export function eventNavigation(role: EventRole, current: EventTab): NavigationStop[] {
  const groups = new Map<TabGroup, { tab: EventTab; path: string }[]>();
  for (const tab of Object.keys(TABS) as EventTab[]) {
    const { group, path, permission } = TABS[tab];
    if (permission(role)) groups.set(group, [...(groups.get(group) ?? []), { tab, path }]);
  }
  return [...groups].map(([group, [first, ...rest]]): NavigationStop => {
    if (!first) throw new Error(`Group ${group} has no page.`);
    if (rest.length === 0) return { kind: "page", ...first };
    if (group === TABS[current].group) return { kind: "open", group, pages: [first, ...rest] };
    return { kind: "closed", group, path: first.path };
  });
}
