import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Database } from "@/lib/platform/db";
import { Registrations } from "@/prisma/seed/demo/attendance-rows";
import { addEvent, ZONE } from "@/prisma/seed/demo/event-rows";
import { demoEvents } from "@/prisma/seed/demo/events";
import { addFoundation } from "@/prisma/seed/demo/foundation-rows";
import { addInvitations } from "@/prisma/seed/demo/invitation-rows";
import { addMaterials } from "@/prisma/seed/demo/material-rows";
import { emptyRows, insertRows, type Rows } from "@/prisma/seed/demo/rows";
import { seedId } from "@/prisma/seed/demo/seeded";

/** The speaker whose personal link is shown when the demo starts: Mehmed Hasanbegovic, with a session ahead. */
export const DEMO_SPEAKER_ID = seedId("speaker:mehmed-hasanbegovic");

/** Any number: two processes that seed the same database take turns. */
const SEED_LOCK = 7_264_546;

/**
 * Loads the demo: five conferences with their past and coming editions. The same `now` gives the same rows, ids included.
 * All or nothing in one transaction. Does nothing and returns false when the demo is there already.
 */
export async function seedDemo(prisma: Database, now: Temporal.Instant): Promise<boolean> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
      const there = await tx.event.findUnique({ where: { slug: "demo-open" }, select: { id: true } });
      if (there) return false;
      const rows = demoRows(now);
      await insertRows(tx, rows);
      // Whoever joins a line from now on comes after those of the demo.
      const waiting = rows.registration.filter(({ waitingNumber }) => waitingNumber).length;
      if (waiting > 0) await tx.$executeRaw`SELECT setval('registration_waiting_number', ${waiting}::bigint)`;
      return true;
    },
    { maxWait: 30_000, timeout: 120_000 },
  );
}

/** The rows of the demo as they are at a moment. */
export function demoRows(now: Temporal.Instant): Rows {
  const rows = emptyRows();
  addFoundation(rows, now);
  for (const plan of demoEvents(localDate(now, ZONE))) {
    addEvent(rows, plan, now);
    addMaterials(rows, plan);
    const registrations = new Registrations(rows, plan, now);
    addInvitations(rows, plan, registrations, now);
    registrations.addAll();
  }
  return rows;
}
