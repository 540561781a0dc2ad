import { Temporal } from "temporal-polyfill";
import { atLocalTime } from "@/lib/core/local-date";
import type { Product } from "./measure";

const LOCAL_TIME = "09:00";

/** Leaves the event one reminder, to all who are confirmed, on the day before. Returns when it is due. */
export async function onlyReminder({ pool, event }: Product): Promise<Temporal.Instant> {
  await pool.query("DELETE FROM reminder_rule");
  await pool.query(
    `INSERT INTO reminder_rule (id, event_id, kind, anchor, offset_days, local_time, active_since)
     VALUES (gen_random_uuid(), $1, 'CONFIRMED', 'EVENT_START', -1, $2, '2000-01-01')`,
    [event.id, LOCAL_TIME],
  );
  const { rows } = await pool.query<{ starts_on: string; time_zone: string }>(
    "SELECT starts_on::text, time_zone FROM event WHERE id = $1",
    [event.id],
  );
  const [dates] = rows;
  if (!dates) throw new Error(`${event.slug} is gone`);
  return atLocalTime(Temporal.PlainDate.from(dates.starts_on).subtract({ days: 1 }), LOCAL_TIME, dates.time_zone);
}

/** As if no reminder had been sent and no mail been written. */
export async function forgetReminders({ pool }: Product): Promise<void> {
  await pool.query("DELETE FROM reminder_run");
  await pool.query("TRUNCATE outbox_mail");
}

/** How many are to be reminded. */
export async function countConfirmed({ pool, event }: Product): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM registration WHERE event_id = $1 AND state = 'CONFIRMED'",
    [event.id],
  );
  return rows[0]?.n ?? 0;
}
