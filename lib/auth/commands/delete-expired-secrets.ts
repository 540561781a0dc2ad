import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";

/** Deletes sign-ins, sessions and personal links past their expiry. Returns how many. For the worker's hourly job. */
export async function deleteExpiredSecrets(now: Temporal.Instant): Promise<number> {
  const where = { expiresAt: { lte: toTimestamp(now) } };
  const db = database();
  const deleted = [
    await db.signIn.deleteMany({ where }),
    await db.userSession.deleteMany({ where }),
    await db.personalLink.deleteMany({ where }),
  ];
  return deleted.reduce((sum, { count }) => sum + count, 0);
}
