import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import type { Transaction } from "@/lib/platform/db";

/**
 * Moves all that somebody is in an organisation out of use, and signs them out of every browser at once. Other organisations
 * of theirs are not this one's business: there they come in again by signing in.
 */
export async function disableMember(
  tx: Transaction,
  organisationId: string,
  userId: string,
  now: Temporal.Instant,
): Promise<"member_gone" | null> {
  const inOrganisation = await tx.membership.findMany({ where: { organisationId, userId }, select: { role: true } });
  const atEvents = await tx.eventMembership.findMany({
    where: { userId, event: { organisationId } },
    select: { eventId: true, role: true },
  });
  const moved = [...inOrganisation.map(({ role }) => ({ role, eventId: null })), ...atEvents];
  if (moved.length === 0) return "member_gone";
  await tx.disabledMembership.createMany({
    data: moved.map((each) => ({ ...each, id: newId(now), organisationId, userId, disabledAt: toTimestamp(now) })),
  });
  await tx.membership.deleteMany({ where: { organisationId, userId } });
  await tx.eventMembership.deleteMany({ where: { userId, event: { organisationId } } });
  await tx.userSession.deleteMany({ where: { userId } });
  return null;
}

/** Gives back all that was taken out of use. */
export async function enableMember(
  tx: Transaction,
  organisationId: string,
  userId: string,
  now: Temporal.Instant,
): Promise<"member_gone" | null> {
  const disabled = await tx.disabledMembership.findMany({
    where: { organisationId, userId },
    select: { eventId: true, role: true },
  });
  if (disabled.length === 0) return "member_gone";
  const createdAt = toTimestamp(now);
  for (const { eventId, role } of disabled) {
    if (eventId)
      await tx.eventMembership.createMany({ data: { eventId, userId, role, createdAt }, skipDuplicates: true });
    else await tx.membership.createMany({ data: { organisationId, userId, role, createdAt }, skipDuplicates: true });
  }
  await tx.disabledMembership.deleteMany({ where: { organisationId, userId } });
  return null;
}
