import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { findDueData } from "../queries/due-data";
import type { RetentionClass } from "../rules/retention-class";
import { TAKE } from "./take-data";

/** What was taken of one event. */
export type Enforced = { readonly eventId: string; readonly dataClass: RetentionClass; readonly count: number };

/**
 * Takes what every rule that is on says is to be gone, and writes down of each event how much. In steps of their own, so that a
 * worker that is stopped goes on where it was the next time; who reads or registers meanwhile waits for none of it. For the
 * worker's hourly job.
 */
export async function enforceRetention(now: Temporal.Instant): Promise<readonly Enforced[]> {
  const rules = await database().retentionRule.findMany({
    where: { enabledAt: { not: null } },
    select: { organisationId: true, dataClass: true, months: true },
    orderBy: [{ organisationId: "asc" }, { dataClass: "asc" }],
  });
  const enforced: Enforced[] = [];
  for (const rule of rules) {
    const { organisationId, dataClass } = rule;
    const { due } = await findDueData(database(), rule, now);
    for (const { eventId } of due) {
      const count = await takeAll({ organisationId, eventId }, dataClass, now);
      if (count === 0) continue;
      enforced.push({ eventId, dataClass, count });
      const audited = { organisationId, eventId, actor: { kind: "SYSTEM" }, action: "retention.enforced" } as const;
      await inTransaction((tx) => recordAudit(tx, { ...audited, detail: { class: dataClass, count } }, now));
    }
  }
  return enforced;
}

async function takeAll(
  where: { readonly organisationId: string; readonly eventId: string },
  dataClass: RetentionClass,
  now: Temporal.Instant,
): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await inTransaction((tx) => TAKE[dataClass](tx, where, now));
    if (taken === 0) return count;
    count += taken;
  }
}
