import type { Branded } from "@/lib/core/brand";
import type { Locale } from "@/lib/core/localised";

/** How much of an event's registrations a member of an organisation may see. */
export type Reach =
  | { readonly kind: "whole-event" }
  | { readonly kind: "hosted-sessions"; readonly organisationId: string };

export const MEMBER_ROLES = ["OWNER", "EDITOR", "FINANCE", "VIEWER", "DOOR"] as const;
/** What a member can be in an organisation; all but OWNER also at one event. */
export type MemberRole = (typeof MEMBER_ROLES)[number];
export type EventRole = MemberRole | "CO_ORGANISER";

/** Minted by the organiser's gate: one signed-in user at one event. */
export type EventScope = Branded<
  {
    readonly eventId: string;
    readonly organisationId: string;
    readonly userId: string;
    readonly role: EventRole;
    readonly reach: Reach;
    /** Whether they have no business with the organisation's other events. */
    readonly thisEventOnly: boolean;
  },
  "EventScope"
>;

/** Minted from an attendee's personal link: one registration. */
export type RegistrationScope = Branded<
  { readonly registrationId: string; readonly eventId: string },
  "RegistrationScope"
>;

/** Minted from the personal link of whoever made a booking: the booking, and each registration in it. */
export type BookingScope = Branded<{ readonly bookingId: string; readonly eventId: string }, "BookingScope">;

/** Minted from a speaker's personal link: one speaker, all their sessions. */
export type SpeakerScope = Branded<{ readonly speakerId: string; readonly organisationId: string }, "SpeakerScope">;

/** Minted from an invitation's personal link. */
export type InvitationScope = Branded<{ readonly invitationId: string; readonly eventId: string }, "InvitationScope">;

/** Minted from the session cookie: a signed-in organiser, at no event yet. */
export type UserScope = Branded<
  {
    readonly userId: string;
    readonly email: string;
    readonly name: string | null;
    readonly locale: Locale;
    readonly sessionId: string;
  },
  "UserScope"
>;

/** Minted by the organisation's gate: a signed-in owner, who decides who works in the organisation. */
export type OrganisationScope = Branded<
  { readonly organisationId: string; readonly userId: string; readonly slug: string; readonly name: string },
  "OrganisationScope"
>;
