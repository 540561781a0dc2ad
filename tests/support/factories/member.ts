import type { Database } from "@/lib/platform/db";
import type { MemberRole, Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

/** Somebody who signs in, with a role in an organisation. */
export function createMember(
  db: Database,
  organisationId: string,
  role: MemberRole = "OWNER",
  overrides: Partial<Prisma.UserUncheckedCreateInput> = {},
) {
  const n = nextNumber();
  return db.user.create({
    data: {
      email: `handlaggare-${n}@example.org`,
      name: `Handläggare ${n}`,
      memberships: { create: { organisationId, role } },
      ...overrides,
    },
  });
}
