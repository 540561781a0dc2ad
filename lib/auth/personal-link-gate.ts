import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { BookingScope, InvitationScope, RegistrationScope, SpeakerScope } from "./scopes";

/** An unknown, expired or revoked link, or one for something else: they all look the same. */
export type LinkFailure = "link_invalid";

function live(token: string, now: Temporal.Instant) {
  return { tokenHash: hashToken(token), expiresAt: { gt: toTimestamp(now) } };
}

/** Mints an attendee's scope from a personal link's token. Reading consumes nothing. */
export async function openRegistration(
  token: string,
  now: Temporal.Instant,
): Promise<Result<RegistrationScope & { reference: string }, LinkFailure>> {
  const link = await database().personalLink.findFirst({
    where: { ...live(token, now), purpose: "REGISTRATION" },
    select: { registration: { select: { id: true, eventId: true, reference: true } } },
  });
  if (!link?.registration) return fail("link_invalid");
  const { id, eventId, reference } = link.registration;
  return ok({ registrationId: id, eventId, reference } as RegistrationScope & { reference: string });
}

/** Mints the scope of a booking from its maker's personal link's token. */
export async function openBooking(
  token: string,
  now: Temporal.Instant,
): Promise<Result<BookingScope & { reference: string }, LinkFailure>> {
  const link = await database().personalLink.findFirst({
    where: { ...live(token, now), purpose: "BOOKING" },
    select: { booking: { select: { id: true, eventId: true, reference: true } } },
  });
  if (!link?.booking) return fail("link_invalid");
  const { id, eventId, reference } = link.booking;
  return ok({ bookingId: id, eventId, reference } as BookingScope & { reference: string });
}

/** Mints a speaker's scope from a personal link's token. */
export async function openSpeaker(token: string, now: Temporal.Instant): Promise<Result<SpeakerScope, LinkFailure>> {
  const link = await database().personalLink.findFirst({
    where: { ...live(token, now), purpose: "SPEAKER" },
    select: { speaker: { select: { id: true, organisationId: true } } },
  });
  if (!link?.speaker) return fail("link_invalid");
  return ok({ speakerId: link.speaker.id, organisationId: link.speaker.organisationId } as SpeakerScope);
}

/** Mints an invited person's scope from a personal link's token. An invitation that was taken back opens nothing. */
export async function openInvitation(
  token: string,
  now: Temporal.Instant,
): Promise<Result<InvitationScope & { eventSlug: string }, LinkFailure>> {
  const link = await database().personalLink.findFirst({
    where: { ...live(token, now), purpose: "INVITATION", invitation: { withdrawnAt: null } },
    select: { invitation: { select: { id: true, eventId: true, event: { select: { slug: true } } } } },
  });
  if (!link?.invitation) return fail("link_invalid");
  const { id, eventId, event } = link.invitation;
  return ok({ invitationId: id, eventId, eventSlug: event.slug } as InvitationScope & { eventSlug: string });
}

/** The scope of the invitation that a registration answers, for whoever holds the registration; null when there is none. */
export async function openAnsweredInvitation({
  registrationId,
  eventId,
}: RegistrationScope): Promise<InvitationScope | null> {
  const found = await database().invitation.findFirst({
    where: { registrationId, eventId, withdrawnAt: null },
    select: { id: true },
  });
  return found && ({ invitationId: found.id, eventId } as InvitationScope);
}
