import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";

export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
};

/**
 * The reader's own views of an event's list and those that colleagues share, by name. Another organisation's people, who may
 * see less, and the door, which filters by nothing, have none.
 */
export async function listSavedViews({ eventId, userId, role }: EventScope): Promise<readonly SavedView[]> {
  if (role === "CO_ORGANISER" || role === "DOOR") return [];
  return database().savedView.findMany({
    where: { eventId, OR: [{ userId }, { shared: true }] },
    select: { id: true, name: true, query: true, shared: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
