import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

/** Somebody invited to an event who has not answered. */
export function createInvitation(
  db: Database,
  eventId: string,
  overrides: Partial<Prisma.InvitationUncheckedCreateInput> = {},
) {
  const n = nextNumber();
  const email = overrides.email ?? `inbjuden-${n}@example.org`;
  return db.invitation.create({
    data: { eventId, name: `Inbjuden ${n}`, ...overrides, email, emailNormalised: email.toLowerCase() },
  });
}
