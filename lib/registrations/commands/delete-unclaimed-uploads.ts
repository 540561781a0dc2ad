import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";

/** As long as a form that was begun can be sent. */
const KEPT_HOURS = 24;

/** Deletes files that were sent and that no registration has claimed within a day. Returns how many. For the worker's hourly job. */
export async function deleteUnclaimedUploads(now: Temporal.Instant): Promise<number> {
  const before = toTimestamp(now.subtract({ hours: KEPT_HOURS }));
  // One that is being claimed in this moment is locked, and left alone.
  return database().$executeRaw`
    DELETE FROM stored_file WHERE id IN (
      SELECT id FROM stored_file
       WHERE registration_id IS NULL AND booking_id IS NULL AND material_id IS NULL AND uploaded_at < ${before}::timestamptz
         FOR UPDATE SKIP LOCKED)`;
}
