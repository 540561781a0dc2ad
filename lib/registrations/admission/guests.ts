import type { Transaction } from "@/lib/platform/db";
import { countGuests, lockInvitation } from "../queries/guests-of-invitation";
import type { Application } from "./application";

/**
 * The applications that ask for more guests than their invitation still allows, or whose invitation was taken back. Locks the
 * invitations, so that two that come at once are counted one after the other; of several in one batch the first goes first.
 */
export async function withTooManyGuests(
  tx: Transaction,
  applications: readonly Application[],
): Promise<ReadonlySet<Application>> {
  const left = new Map<string, number>();
  const tooMany = new Set<Application>();
  for (const application of applications) {
    const { guestsOf, people } = application;
    if (!guestsOf) continue;
    const { invitationId } = guestsOf;
    const room = left.get(invitationId) ?? (await roomFor(tx, guestsOf));
    if (people.length > room) tooMany.add(application);
    left.set(invitationId, people.length > room ? room : room - people.length);
  }
  return tooMany;
}

async function roomFor(tx: Transaction, invitation: { invitationId: string; eventId: string }): Promise<number> {
  if (!(await lockInvitation(tx, invitation))) return 0;
  const { extraGuests, withdrawnAt } = await tx.invitation.findUniqueOrThrow({
    where: { id: invitation.invitationId },
    select: { extraGuests: true, withdrawnAt: true },
  });
  return withdrawnAt ? 0 : extraGuests - (await countGuests(tx, invitation.invitationId));
}
