import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { AuditAction } from "../actions";

/** Who did it; `id` is the user's, speaker's or registration's. */
export type Actor = { readonly kind: "ATTENDEE" | "USER" | "SPEAKER" | "API" | "SYSTEM"; readonly id?: string };

/** One thing done or read. `detail` holds ids, keys and counts, never names, addresses or answers. */
export type AuditRecord = {
  readonly organisationId: string;
  readonly eventId?: string;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subjectId?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

/** Writes an audit entry in the transaction of what it tells about: either both are there or neither. */
export async function recordAudit(tx: Transaction, record: AuditRecord, now: Temporal.Instant): Promise<void> {
  await recordAudits(tx, [[record, now]]);
}

/**
 * Writes many audit entries, each with its own moment, in one statement. In SQL of its own: the client would compile a new
 * query for every number of rows, and this stands where everybody is waiting.
 */
export async function recordAudits(
  tx: Transaction,
  records: readonly (readonly [AuditRecord, Temporal.Instant])[],
): Promise<void> {
  await tx.$executeRaw(auditInsert(records));
}

/** The statement itself, for who writes more in the same one. */
export function auditInsert(records: readonly (readonly [AuditRecord, Temporal.Instant])[]): Prisma.Sql {
  const rows = records.map(([{ organisationId, eventId, actor, action, subjectId, detail }, now]) => ({
    organisation_id: organisationId,
    event_id: eventId,
    actor_kind: actor.kind,
    actor_id: actor.id,
    action,
    subject_id: subjectId,
    detail: { ...detail },
    at: toTimestamp(now),
  }));
  return Prisma.sql`
    INSERT INTO audit_entry (organisation_id, event_id, actor_kind, actor_id, action, subject_id, detail, at)
    SELECT organisation_id, event_id, actor_kind, actor_id, action, subject_id, detail, at
      FROM jsonb_populate_recordset(NULL::audit_entry, ${JSON.stringify(rows)}::jsonb)`;
}
