import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";

/** How many changes wait for an answer. */
export function countOpenChanges(scope: EventScope): Promise<number> {
  return database().changeRequest.count({ where: { eventId: scope.eventId, state: "OPEN" } });
}
