import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { RegistrationState } from "../rules/transitions";
import { INVITATIONS, invitationsWithin } from "./invitation-conditions";
import { type InvitationRow, type RawInvitation, rowColumns, rowOf } from "./invitation-row";

/** One invitation with the people it let come along. */
export type OrganisersInvitation = InvitationRow & {
  readonly title: Localised;
  readonly timeZone: string;
  readonly companions: readonly {
    readonly reference: string;
    readonly name: string;
    readonly state: RegistrationState;
  }[];
};

/** One invitation of the event this reader may see, or null. */
export async function findOrganisersInvitation(scope: EventScope, id: string): Promise<OrganisersInvitation | null> {
  if (!isUuid(id)) return null;
  const [raw] = await database().$queryRaw<RawInvitation[]>`
    SELECT ${rowColumns} FROM ${INVITATIONS} WHERE ${invitationsWithin(scope)} AND i.id = ${id}::uuid`;
  if (!raw) return null;
  const { title, timeZone } = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: { title: true, timeZone: true },
  });
  const companions = await database().registration.findMany({
    where: { guestOfId: id, eventId: scope.eventId, protectedIdentity: false },
    select: { reference: true, name: true, state: true },
    orderBy: { createdAt: "asc" },
  });
  return { ...rowOf(raw), title: localised(title), timeZone, companions };
}
