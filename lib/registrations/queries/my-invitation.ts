import type { Temporal } from "temporal-polyfill";
import type { InvitationScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { isLiving, type RegistrationState } from "../rules/transitions";

/** An invitation as the invited person sees it. */
export type MyInvitation = {
  readonly name: string;
  readonly state: "SENT" | "OPENED" | "ACCEPTED" | "DECLINED";
  readonly email: string;
  readonly organisationName: string | null;
  readonly municipalityCode: string | null;
  /** The organiser's own grouping of the invited. */
  readonly groupName: string | null;
  readonly locale: Locale;
  readonly declineReason: string | null;
  readonly answeredAt: Temporal.Instant | null;
  /** Whether somebody else may come instead. */
  readonly isForwardable: boolean;
  readonly extraGuests: number;
  /** Whether whoever answered has a place or waits for one. */
  readonly hasPlace: boolean;
  /** Whether the person may be erased here: who comes is erased as registered, once that has ended. */
  readonly canErase: boolean;
  /** Those who were registered to come along, in the order in which they were, those who were cancelled included. */
  readonly guests: readonly { readonly name: string; readonly state: RegistrationState }[];
};

/** The invitation a personal link is for. Throws when it was erased. */
export async function getInvitation({ invitationId, eventId }: InvitationScope): Promise<MyInvitation> {
  const { registration, event, ...invitation } = await database().invitation.findUniqueOrThrow({
    where: { id: invitationId, eventId },
    select: {
      ...{ name: true, state: true, email: true, organisationName: true, municipalityCode: true, groupName: true },
      ...{ locale: true, declineReason: true, answeredAt: true, extraGuests: true },
      event: { select: { invitationsForwardable: true } },
      registration: { select: { state: true } },
      guests: { select: { name: true, state: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  const hasPlace = registration !== null && isLiving(registration.state);
  return {
    ...invitation,
    answeredAt: invitation.answeredAt && fromTimestamp(invitation.answeredAt),
    isForwardable: event.invitationsForwardable,
    hasPlace,
    canErase: !hasPlace,
  };
}

/** How many guests an invitation still allows. */
export function guestsLeft({ extraGuests, guests }: Pick<MyInvitation, "extraGuests" | "guests">): number {
  return Math.max(0, extraGuests - guests.filter(({ state }) => isLiving(state)).length);
}
