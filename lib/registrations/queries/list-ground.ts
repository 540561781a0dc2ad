import { localised } from "@/lib/core/localised";
import type { Database, Transaction } from "@/lib/platform/db";
import type { ListGround } from "../rules/invitation-list";

/** What a list of people to invite is held against: the event's categories, its invited and its registered. */
export async function readListGround(db: Database | Transaction, eventId: string): Promise<ListGround> {
  const categories = await db.category.findMany({
    where: { eventId },
    select: { id: true, key: true, name: true },
    orderBy: [{ position: "asc" }, { key: "asc" }],
  });
  const invited = await db.invitation.findMany({
    where: { eventId },
    select: {
      id: true,
      name: true,
      emailNormalised: true,
      organisationName: true,
      municipalityCode: true,
      groupName: true,
      categoryId: true,
      locale: true,
      extraGuests: true,
      withdrawnAt: true,
    },
  });
  const registered = await db.registration.findMany({
    where: { eventId, state: { in: ["PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED"] } },
    select: { emailNormalised: true },
  });
  return {
    categories: categories.map(({ name, ...category }) => ({ ...category, name: localised(name) })),
    invited: new Map(
      invited.map(({ emailNormalised, withdrawnAt, ...known }) => [
        emailNormalised,
        { ...known, isWithdrawn: withdrawnAt !== null },
      ]),
    ),
    registered: new Set(registered.map(({ emailNormalised }) => emailNormalised)),
  };
}
