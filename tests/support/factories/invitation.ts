import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

const LONG_AGO = new Date("2017-01-01T08:00:00Z");

/** Somebody who was sent an invitation to an event as it was written, and has not answered. */
export function createInvitation(
  db: Database,
  eventId: string,
  overrides: Partial<Prisma.InvitationUncheckedCreateInput> = {},
) {
  const n = nextNumber();
  const email = overrides.email ?? `inbjuden-${n}@example.org`;
  const sentAt = overrides.createdAt ?? LONG_AGO;
  return db.invitation.create({
    data: { eventId, name: `Inbjuden ${n}`, sentAt, ...overrides, email, emailNormalised: email.toLowerCase() },
  });
}
