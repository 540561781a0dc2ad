import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { ReminderAnchor, ReminderKind } from "../rules/kinds";

/** One time at which a rule was handled, and what became of its mails. */
export type Run = {
  readonly ruleId: string;
  readonly kind: ReminderKind;
  readonly anchor: ReminderAnchor;
  readonly scheduledAt: Temporal.Instant;
  readonly outcome: "ENQUEUED" | "MISSED";
  readonly recipients: number;
  readonly sent: number;
  readonly waiting: number;
  /** Not delivered, and not needed any more since they had answered. */
  readonly failed: number;
  readonly passed: number;
};
export const RUNS_PAGE = 20;

type Row = Omit<Run, "scheduledAt"> & { readonly scheduledAt: Date };

/** What has been sent and missed, of rules that were taken away too; the latest first, a page at a time. */
export async function listRuns(
  { eventId }: EventScope,
  page: number,
): Promise<{ readonly runs: readonly Run[]; readonly page: number; readonly pages: number; readonly total: number }> {
  const total = await database().reminderRun.count({ where: { rule: { eventId } } });
  const pages = Math.max(1, Math.ceil(total / RUNS_PAGE));
  const at = Math.min(page, pages);
  const rows = await database().$queryRaw<Row[]>`
    SELECT run.rule_id AS "ruleId", rule.kind::text AS kind, rule.anchor::text AS anchor, run.scheduled_at AS "scheduledAt",
           run.outcome::text AS outcome, run.recipients, m.sent, m.waiting, m.failed, m.passed
      FROM reminder_run run JOIN reminder_rule rule ON rule.id = run.rule_id
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE state = 'SENT')::int AS sent,
               count(*) FILTER (WHERE state IN ('QUEUED', 'SENDING'))::int AS waiting,
               count(*) FILTER (WHERE state IN ('FAILED', 'SUPPRESSED'))::int AS failed,
               count(*) FILTER (WHERE state = 'OBSOLETE')::int AS passed
          FROM outbox_mail
         WHERE params ->> 'reminder' = run.rule_id::text AND (params ->> 'at')::timestamptz = run.scheduled_at
      ) m
     WHERE rule.event_id = ${eventId}::uuid
     ORDER BY run.scheduled_at DESC, run.rule_id LIMIT ${RUNS_PAGE} OFFSET ${(at - 1) * RUNS_PAGE}`;
  const runs = rows.map((row) => ({ ...row, scheduledAt: fromTimestamp(row.scheduledAt) }));
  return { runs, page: at, pages, total };
}
