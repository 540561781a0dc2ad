import type { InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { isLiving, type RegistrationState } from "../rules/transitions";

/** An invitation as the invited person sees it. */
export type MyInvitation = {
  readonly name: string;
  readonly state: "SENT" | "OPENED" | "ACCEPTED" | "DECLINED";
  readonly email: string;
  /** Whether somebody else may come instead. */
  readonly isForwardable: boolean;
  readonly extraGuests: number;
  /** Whether whoever answered has a place or waits for one. */
  readonly hasPlace: boolean;
  /** Those who were registered to come along, in the order in which they were, those who were cancelled included. */
  readonly guests: readonly { readonly name: string; readonly state: RegistrationState }[];
};

/** The invitation a personal link is for. Throws when it was erased. */
export async function getInvitation({ invitationId, eventId }: InvitationScope): Promise<MyInvitation> {
  const { registration, event, ...invitation } = await database().invitation.findUniqueOrThrow({
    where: { id: invitationId, eventId },
    select: {
      ...{ name: true, state: true, email: true, extraGuests: true },
      event: { select: { invitationsForwardable: true } },
      registration: { select: { state: true } },
      guests: { select: { name: true, state: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  return {
    ...invitation,
    isForwardable: event.invitationsForwardable,
    hasPlace: registration !== null && isLiving(registration.state),
  };
}

/** How many guests an invitation still allows. */
export function guestsLeft({ extraGuests, guests }: Pick<MyInvitation, "extraGuests" | "guests">): number {
  return Math.max(0, extraGuests - guests.filter(({ state }) => isLiving(state)).length);
}
