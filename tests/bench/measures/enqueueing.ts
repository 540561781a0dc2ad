import { connect, useDatabase } from "@/lib/platform/db";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import type { Measure } from "../measure";
import { countConfirmed, forgetReminders, onlyReminder } from "../reminding";
import { compare } from "../rounds";

const MEMORY_MB = 10;

/** Putting one reminder to everybody in the outbox, against the bare statement into a table without references. */
export const enqueueing: Measure = async ({ large, rounds }) => {
  const { pool, event } = large;
  const database = connect(large.databaseUrl);
  useDatabase(database);
  try {
    const due = await onlyReminder(large);
    const recipients = await countConfirmed(large);
    await pool.query("CREATE TABLE IF NOT EXISTS bench_outbox (LIKE outbox_mail INCLUDING ALL)");
    let grown = 0;
    const ours = async () => {
      await forgetReminders(large);
      const before = process.memoryUsage.rss();
      const started = performance.now();
      const { mails } = await enqueueDueReminders(due);
      const seconds = (performance.now() - started) / 1000;
      grown = Math.max(grown, (process.memoryUsage.rss() - before) / 2 ** 20);
      if (mails !== recipients) throw new Error(`${mails} mails for ${recipients} recipients`);
      if ((await enqueueDueReminders(due)).mails !== 0) throw new Error("reminded twice");
      return mails / seconds;
    };
    const bare = async () => {
      await pool.query("TRUNCATE bench_outbox");
      const started = performance.now();
      const { rowCount } = await pool.query(BARE, [event.id]);
      return (rowCount ?? 0) / ((performance.now() - started) / 1000);
    };
    const { ratio, measured, baseline } = await compare(ours, bare, rounds);
    return [
      {
        number: "11",
        what: `enqueueing a reminder to ${recipients}, rows/s`,
        against: "one `INSERT … SELECT` of the same rows into a table without foreign keys",
        figure: ratio,
        target: `set by set (≥ 0.1), memory flat (≤ ${MEMORY_MB} MB)`,
        met: ratio.median >= 0.1 && grown <= MEMORY_MB,
        detail: `${Math.round(measured.median)} rows/s against ${Math.round(baseline.median)}; one statement for every 10,000, memory grew by at most ${Math.max(0, grown).toFixed(1)} MB. Asked again, it wrote none.`,
      },
    ];
  } finally {
    await pool.query("DROP TABLE IF EXISTS bench_outbox");
    await database.$disconnect();
  }
};

const BARE = `
  INSERT INTO bench_outbox (id, event_id, registration_id, message, locale, to_name, to_email, dedupe_key, not_before)
  SELECT gen_random_uuid(), event_id, id, 'event-reminder', locale, name, email, 'bare:' || id, now()
    FROM registration WHERE event_id = $1 AND state = 'CONFIRMED'`;
