import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid, newId } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { requiredLine } from "@/lib/registrations/text-fields";

/** More would not be found again. */
const MOST_VIEWS = 50;
const LONGEST_QUERY = 4_000;
const nameSchema = requiredLine(60);

/** A view as it is named, what its address asks for (filter, columns and order), and whether colleagues find it. */
export type NewView = { readonly name: string; readonly query: string; readonly shared: boolean };
export type ViewFailure = "view_forbidden" | "view_name" | "view_too_long" | "too_many_views";

/** Keeps a view of the list under a name; the same name again puts the new one in its place. */
export async function saveView(
  scope: EventScope,
  { name, query, shared }: NewView,
  now: Temporal.Instant,
): Promise<Result<{ readonly id: string }, ViewFailure>> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("view_forbidden");
  const parsed = nameSchema.safeParse(name);
  if (!parsed.success) return fail("view_name");
  if (query.length > LONGEST_QUERY) return fail("view_too_long");
  const { eventId, userId } = scope;
  const which = { eventId, userId, name: parsed.data };
  return inTransaction(async (tx): Promise<Result<{ readonly id: string }, ViewFailure>> => {
    const others = await tx.savedView.count({ where: { eventId, userId, name: { not: parsed.data } } });
    if (others >= MOST_VIEWS) return fail("too_many_views");
    const { id } = await tx.savedView.upsert({
      where: { eventId_userId_name: which },
      create: { id: newId(now), ...which, query, shared, createdAt: toTimestamp(now) },
      update: { query, shared },
      select: { id: true },
    });
    await recordAudit(tx, { ...audited(scope, id), action: "view.saved", detail: { shared } }, now);
    return ok({ id });
  });
}

/** Takes one's own view away, or one that is shared. One that is gone already is let be. */
export async function removeView(scope: EventScope, id: string, now: Temporal.Instant): Promise<void> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event" || !isUuid(id)) return;
  await inTransaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({
      where: { id, eventId: scope.eventId, OR: [{ userId: scope.userId }, { shared: true }] },
    });
    if (count > 0) await recordAudit(tx, { ...audited(scope, id), action: "view.removed" }, now);
  });
}

function audited({ organisationId, eventId, userId }: EventScope, subjectId: string) {
  return { organisationId, eventId, actor: { kind: "USER", id: userId }, subjectId } as const;
}
