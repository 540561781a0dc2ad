import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { database, type Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { recipients } from "../queries/recipients";
import { listOpenReminders, type ScheduledReminder } from "../queries/scheduled-reminders";
import { KINDS } from "../rules/kinds";

/** What was done: reminders that were due with the mails they made, and those that came too late. */
export type Enqueued = { readonly runs: number; readonly mails: number; readonly missed: number };

/** How many recipients one statement takes, so that what it keeps in memory does not grow with the event. */
const AT_ONCE = 10_000;
/** Longer than a million recipients take. Nobody waits for it: it locks only the rows it writes. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * Puts the mails of every reminder that is due in the outbox, once: the run's row is unique, and whoever writes it writes the
 * mails in the same transaction. What is more than the grace late is marked as missed and sends nothing. Called every minute.
 */
export async function enqueueDueReminders(now: Temporal.Instant): Promise<Enqueued> {
  const total = { runs: 0, mails: 0, missed: 0 };
  for (const reminder of await listOpenReminders(now)) {
    const mails = await handle(reminder, now);
    if (mails === null) continue;
    if (reminder.dueness === "missed") total.missed += 1;
    else total.runs += 1;
    total.mails += mails;
  }
  return total;
}

/** How many mails were made; null when somebody else handled it. */
async function handle(reminder: ScheduledReminder, now: Temporal.Instant): Promise<number | null> {
  const { ruleId, scheduledAt, eventId, organisationId, dueness } = reminder;
  const work = async (tx: Transaction) => {
    const outcome = dueness === "missed" ? "MISSED" : "ENQUEUED";
    const run = {
      ruleId,
      scheduledAt: toTimestamp(scheduledAt),
      outcome,
      recipients: 0,
      handledAt: toTimestamp(now),
    } as const;
    const { count } = await tx.reminderRun.createMany({ data: run, skipDuplicates: true });
    if (count === 0) return null;
    const mails = dueness === "missed" ? 0 : await enqueueRecipients(tx, reminder, now);
    if (mails > 0) {
      const where = { ruleId_scheduledAt: { ruleId, scheduledAt: toTimestamp(scheduledAt) } };
      await tx.reminderRun.update({ where, data: { recipients: mails }, select: { ruleId: true } });
    }
    const action = dueness === "missed" ? "reminder.missed" : "reminder.enqueued";
    const detail = { ruleId, recipients: mails };
    await recordAudit(tx, { organisationId, eventId, actor: { kind: "SYSTEM" }, action, detail }, now);
    return mails;
  };
  return database().$transaction(work, { timeout: TIMEOUT_MS });
}

type Batch = { readonly mails: number; readonly chosen: number; readonly last: string | null };

/** Statements that each choose recipients and write their mails, in the order of their ids. Returns how many mails. */
async function enqueueRecipients(tx: Transaction, reminder: ScheduledReminder, now: Temporal.Instant): Promise<number> {
  const { ruleId, scheduledAt, organisationId, eventId, kind } = reminder;
  const at = Prisma.sql`${toTimestamp(now)}::timestamptz`;
  let mails = 0;
  for (let after: string | null = null; ; ) {
    const next: Prisma.Sql = after ? Prisma.sql`AND subject > ${after}::uuid` : Prisma.empty;
    const [batch]: Batch[] = await tx.$queryRaw<Batch[]>`
      WITH chosen AS (
        SELECT * FROM (${recipients(reminder)}) r WHERE left_out IS NULL ${next} ORDER BY subject LIMIT ${AT_ONCE}
      ), written AS (
        INSERT INTO outbox_mail (id, organisation_id, event_id, registration_id, invitation_id, booking_id, message, locale,
          to_name, to_email, params, dedupe_key, not_before, created_at)
        SELECT gen_random_uuid(), ${organisationId}::uuid, ${eventId}::uuid, registration_id, invitation_id, booking_id,
               ${KINDS[kind].message}, locale, name, email,
               params || jsonb_build_object('reminder', ${ruleId}::text, 'at', ${scheduledAt.toString()}::text),
               ${`reminder:${ruleId}:${scheduledAt}:`} || subject, ${at}, ${at}
          FROM chosen
        ON CONFLICT (dedupe_key) DO NOTHING RETURNING 1
      )
      SELECT (SELECT count(*)::int FROM written) AS mails, (SELECT count(*)::int FROM chosen) AS chosen,
             (SELECT subject FROM chosen ORDER BY subject DESC LIMIT 1) AS last`;
    mails += batch?.mails ?? 0;
    if (!batch?.last || batch.chosen < AT_ONCE) return mails;
    after = batch.last;
  }
}
