import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { canEdit } from "./policy";
import type { BookingScope, EventScope, RegistrationScope } from "./scopes";

/**
 * Mints the scope of one registration for an organiser who may change the event's registrations. Another event's
 * registration, and any for somebody who may only read, is not found.
 */
export async function openRegistrationOf(
  scope: EventScope,
  reference: string,
): Promise<Result<RegistrationScope, "registration_not_found">> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("registration_not_found");
  const row = await database().registration.findFirst({
    where: { eventId: scope.eventId, reference },
    select: { id: true, eventId: true },
  });
  return row
    ? ok({ registrationId: row.id, eventId: row.eventId } as RegistrationScope)
    : fail("registration_not_found");
}

/** Mints the scope of one registration for whoever made the booking it belongs to. Another booking's is not found. */
export async function openRegistrationInBooking(
  scope: BookingScope,
  reference: string,
): Promise<Result<RegistrationScope, "registration_not_found">> {
  const row = await database().registration.findFirst({
    where: { bookingId: scope.bookingId, eventId: scope.eventId, reference },
    select: { id: true, eventId: true },
  });
  return row
    ? ok({ registrationId: row.id, eventId: row.eventId } as RegistrationScope)
    : fail("registration_not_found");
}
