import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import { withinScope } from "@/lib/reports/queries/registration-conditions";
import type { LeftOut } from "../errors";
import { type BulkWish, keptWishSchema } from "../schema";

/** People left out who are told by name; the others are in the numbers. */
const NAMED = 200;

export type BulkProgress = {
  readonly wish: BulkWish;
  readonly isFinished: boolean;
  readonly meant: number;
  readonly done: number;
  readonly waiting: number;
  readonly leftOut: readonly { readonly why: LeftOut; readonly count: number }[];
  /** Who was left out, in the list's order: the first of them. */
  readonly named: readonly { readonly reference: string; readonly name: string; readonly why: LeftOut }[];
};

/** How far one of the event's bulk changes has come; null when there is none such. */
export async function findBulkChange(scope: EventScope, id: string): Promise<BulkProgress | null> {
  if (!isUuid(id)) return null;
  const change = await database().bulkChange.findFirst({
    where: { id, eventId: scope.eventId },
    select: { wish: true, finishedAt: true },
  });
  if (!change) return null;
  const groups = await database().bulkChangePerson.groupBy({
    by: ["outcome"],
    where: { bulkChangeId: id },
    _count: { _all: true },
  });
  const named = await database().$queryRaw<BulkProgress["named"]>`
    SELECT r.reference, r.name, p.outcome AS why FROM bulk_change_person p JOIN registration r ON r.id = p.registration_id
     WHERE p.bulk_change_id = ${id}::uuid AND p.outcome <> 'done' AND ${withinScope(scope)}
     ORDER BY p.position LIMIT ${NAMED}`;
  const count = (outcome: string | null) => groups.find((group) => group.outcome === outcome)?._count._all ?? 0;
  return {
    wish: keptWishSchema.parse(change.wish),
    isFinished: change.finishedAt !== null,
    meant: groups.reduce((sum, { _count }) => sum + _count._all, 0),
    done: count("done"),
    waiting: count(null),
    leftOut: groups
      .filter(({ outcome }) => outcome !== null && outcome !== "done")
      .map(({ outcome, _count }) => ({ why: outcome as LeftOut, count: _count._all })),
    named,
  };
}
