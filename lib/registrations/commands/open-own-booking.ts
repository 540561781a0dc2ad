import type { Temporal } from "temporal-polyfill";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { personalLinkExpiry } from "@/lib/events/rules/event-life";
import { database } from "@/lib/platform/db";
import { getRegistration } from "../queries/my-registration";

/**
 * A link to the booking for whoever made it, from their own registration: what was said once for the whole booking is changed there. Null for
 * anybody whom somebody else registered, and for whoever has taken a place over.
 */
export async function openOwnBooking(
  scope: RegistrationScope,
  now: Temporal.Instant,
): Promise<{ readonly reference: string; readonly token: string } | null> {
  const mine = await getRegistration(scope, now);
  if (!mine.hasShared) return null;
  const { booking, event } = await database().registration.findUniqueOrThrow({
    where: { id: scope.registrationId },
    select: { booking: { select: { id: true, reference: true } }, event: { select: { endsOn: true, timeZone: true } } },
  });
  const endsAt = endOfDay(fromDateColumn(event.endsOn), event.timeZone);
  const token = await mintPersonalLink({ purpose: "BOOKING", bookingId: booking.id }, personalLinkExpiry({ endsAt }));
  return { reference: booking.reference, token };
}
