import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { InvitationFailure } from "../errors";
import { canInvite } from "../policy";
import { countGuests, lockInvitation } from "../queries/guests-of-invitation";
import { MOST_GUESTS } from "../rules/invitation-entry";

/** Sets how many more an invited person may bring; never fewer than have come along and still come. */
export async function allowGuests(
  scope: EventScope,
  { id, guests }: { readonly id: string; readonly guests: string },
  now: Temporal.Instant,
): Promise<Ok<undefined> | InvitationFailure> {
  if (!canInvite(scope) || !isUuid(id)) return fail("invitation_gone");
  const { eventId, organisationId, userId } = scope;
  if (!/^\d{1,2}$/.test(guests.trim()) || Number(guests) > MOST_GUESTS) return fail("guests_invalid");
  const extraGuests = Number(guests);
  return inTransaction(async (tx): Promise<Ok<undefined> | InvitationFailure> => {
    if (!(await lockInvitation(tx, { eventId, invitationId: id }))) return fail("invitation_gone");
    if (extraGuests < (await countGuests(tx, id))) return fail("guests_fewer");
    await tx.invitation.update({ where: { id }, data: { extraGuests }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    const audited = { organisationId, eventId, actor, action: "invitation.guests_allowed", subjectId: id } as const;
    await recordAudit(tx, { ...audited, detail: { extraGuests } }, now);
    return ok(undefined);
  });
}
