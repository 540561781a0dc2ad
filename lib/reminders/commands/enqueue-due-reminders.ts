import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { database, type Transaction } from "@/lib/platform/db";
import { listOpenReminders, type ScheduledReminder } from "../queries/scheduled-reminders";

/** What was done: reminders that were due with the mails they made, and those that came too late. */
export type Enqueued = { readonly runs: number; readonly mails: number; readonly missed: number };

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
  return database().$transaction(async (tx) => {
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
  });
}

/** One statement chooses the recipients and writes their mails, however many they are. Returns how many. */
function enqueueRecipients(tx: Transaction, reminder: ScheduledReminder, now: Temporal.Instant): Promise<number> {
  return reminder.kind === "INVITED_UNANSWERED" ? remindInvited(tx, reminder, now) : remindConfirmed(tx, reminder, now);
}

/**
 * Sent an invitation by the scheduled time, and not since; not answered: neither accepted nor declined, nor registered with the same address without
 * the link, nor registered and cancelled since. A registration in any state is an answer.
 */
async function remindInvited(tx: Transaction, reminder: ScheduledReminder, now: Temporal.Instant): Promise<number> {
  const { organisationId, eventId, scheduledAt } = reminder;
  return tx.$executeRaw`
    INSERT INTO outbox_mail (id, organisation_id, event_id, invitation_id, message, locale, to_name, to_email, dedupe_key, not_before, created_at)
    SELECT gen_random_uuid(), ${organisationId}::uuid, i.event_id, i.id, 'invitation-reminder', i.locale, i.name, i.email,
           ${keyPrefix(reminder)} || i.id, ${toTimestamp(now)}::timestamptz, ${toTimestamp(now)}::timestamptz
      FROM invitation i
     WHERE i.event_id = ${eventId}::uuid AND i.state IN ('SENT', 'OPENED') AND i.registration_id IS NULL
       AND i.withdrawn_at IS NULL AND i.sent_at <= ${toTimestamp(scheduledAt)}::timestamptz
       AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.event_id = i.event_id AND r.email_normalised = i.email_normalised)
    ON CONFLICT (dedupe_key) DO NOTHING`;
}

/** Confirmed now, and registered by the scheduled time: who comes later has just read it all in the confirmation. */
async function remindConfirmed(tx: Transaction, reminder: ScheduledReminder, now: Temporal.Instant): Promise<number> {
  const { organisationId, eventId, scheduledAt } = reminder;
  return tx.$executeRaw`
    INSERT INTO outbox_mail (id, organisation_id, event_id, registration_id, message, locale, to_name, to_email, dedupe_key, not_before, created_at)
    SELECT gen_random_uuid(), ${organisationId}::uuid, r.event_id, r.id, 'event-reminder', r.locale, r.name, r.email,
           ${keyPrefix(reminder)} || r.id, ${toTimestamp(now)}::timestamptz, ${toTimestamp(now)}::timestamptz
      FROM registration r
     WHERE r.event_id = ${eventId}::uuid AND r.state = 'CONFIRMED' AND r.created_at <= ${toTimestamp(scheduledAt)}::timestamptz
    ON CONFLICT (dedupe_key) DO NOTHING`;
}

const keyPrefix = ({ ruleId, scheduledAt }: ScheduledReminder) => `reminder:${ruleId}:${scheduledAt.toString()}:`;
