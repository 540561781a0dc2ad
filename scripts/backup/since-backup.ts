import type pg from "pg";
import { ERASURES, type Erasure } from "@/lib/registrations/commands/erase-again";

/** What must not be undone by going back to an earlier day. */
export type SinceBackup = {
  /** Who was erased after it. */
  readonly erasures: readonly Erasure[];
  /** Which mails left after it. */
  readonly sent: readonly { readonly id: string; readonly sent_at: string }[];
};

/** Reads from the present database what happened after a backup that cannot be taken back. */
export async function readSince(client: pg.Client, takenAt: string): Promise<SinceBackup> {
  const erasures = await client.query<Erasure>(
    `SELECT action, subject_id AS "subjectId" FROM audit_entry
      WHERE action = ANY ($1) AND subject_id IS NOT NULL AND at >= $2 ORDER BY id`,
    [ERASURES, takenAt],
  );
  const sent = await client.query<{ id: string; sent_at: string }>(
    "SELECT id, sent_at::text FROM outbox_mail WHERE state = 'SENT' AND sent_at >= $1",
    [takenAt],
  );
  return { erasures: erasures.rows, sent: sent.rows };
}

/** Writes down in the restored outbox which of its mails have left since: none is sent a second time. Returns how many. */
export async function markSent(client: pg.Client, { sent }: SinceBackup): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE outbox_mail m SET state = 'SENT', sent_at = s.sent_at, leased_until = NULL
       FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, sent_at timestamptz)
      WHERE m.id = s.id AND m.state IN ('QUEUED', 'SENDING')`,
    [JSON.stringify(sent)],
  );
  return rowCount ?? 0;
}
