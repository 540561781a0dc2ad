import { Temporal } from "temporal-polyfill";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { toDateColumn } from "@/lib/core/local-date";
import { fail, ok, type Result } from "@/lib/core/result";
import { day } from "@/lib/core/written";
import { canEditEvent } from "@/lib/events/policy";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { MaterialCode } from "../errors";

const DONE = {
  publish: "materials.published",
  hide: "materials.hidden",
  remove: "materials.removed",
} as const satisfies Record<string, AuditAction>;

/** What can be done with materials that were chosen. */
export type MaterialDecision = keyof typeof DONE;

/** Whether something that was sent names a decision. */
export function isMaterialDecision(value: string): value is MaterialDecision {
  return Object.hasOwn(DONE, value);
}

export type DecidedMaterials = {
  readonly ids: readonly string[];
  readonly decision: MaterialDecision;
  /** The first day on which they are public, when publishing; blank for the day after the event. */
  readonly publicOn: string;
};

/**
 * Publishes chosen materials of an event, from a day on, hides them again or removes them; all of them or none. Nothing is
 * published without the consent of whose it is.
 */
export async function decideMaterials(
  scope: EventScope,
  { ids: chosen, decision, publicOn }: DecidedMaterials,
  now: Temporal.Instant,
): Promise<Result<{ readonly count: number }, MaterialCode>> {
  if (!canEditEvent(scope)) return fail("material_gone");
  const ids = [...new Set(chosen)];
  if (ids.length === 0) return fail("nothing_chosen");
  if (!ids.every(isUuid)) return fail("material_gone");
  const from = day.safeParse(publicOn);
  if (!from.success) return fail("date_invalid");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Result<{ readonly count: number }, MaterialCode>> => {
    await tx.$queryRaw`SELECT id FROM material WHERE event_id = ${eventId}::uuid ORDER BY id FOR UPDATE`;
    const found = await tx.material.findMany({ where: { id: { in: ids }, eventId }, select: { consent: true } });
    if (found.length < ids.length) return fail("material_gone");
    if (decision === "publish" && found.some(({ consent }) => !consent)) return fail("no_consent");
    await carryOut(tx, { ids, eventId, decision, publicOn: from.data }, now);
    const actor = { kind: "USER", id: userId } as const;
    const detail = { materials: ids, ...(from.data && decision === "publish" && { from: from.data }) };
    await recordAudit(tx, { organisationId, eventId, actor, action: DONE[decision], detail }, now);
    return ok({ count: ids.length });
  });
}

async function carryOut(
  tx: Transaction,
  {
    ids,
    eventId,
    decision,
    publicOn,
  }: Omit<DecidedMaterials, "publicOn"> & { eventId: string; publicOn: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const where = { id: { in: [...ids] }, eventId };
  if (decision === "remove") await tx.material.deleteMany({ where });
  else if (decision === "hide") await tx.material.updateMany({ where, data: { publishedAt: null } });
  else {
    const from = publicOn === null ? null : toDateColumn(Temporal.PlainDate.from(publicOn));
    await tx.material.updateMany({ where, data: { publishedAt: toTimestamp(now), publicOn: from } });
  }
}
