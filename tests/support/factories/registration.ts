import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { CreatedEvent } from "./event";
import { nextNumber } from "./sequence";

export type RegistrationWishes = Partial<Prisma.RegistrationUncheckedCreateInput> & {
  /** All the event's days unless told otherwise. */
  readonly dayIds?: readonly string[];
  readonly sessionIds?: readonly string[];
};

/**
 * One attendee's confirmed place with its booking and first transition, written directly: no capacity check but the
 * database's own, no mail, no audit entry.
 */
export function createRegistration(
  db: Database,
  event: CreatedEvent,
  wishes: RegistrationWishes,
  now: Temporal.Instant,
) {
  const { dayIds = event.days.map((day) => day.id), sessionIds = [], ...overrides } = wishes;
  const [category] = event.categories;
  if (!category) throw new Error("a registration needs an event with a category");
  const n = nextNumber();
  const reference = overrides.reference ?? `TEST-${String(n).padStart(4, "0")}`;
  const name = overrides.name ?? `Deltagare ${n}`;
  const email = overrides.email ?? `deltagare-${n}@example.org`;
  const state = overrides.state ?? "CONFIRMED";
  const locale = overrides.locale ?? "sv";
  const createdAt = overrides.createdAt ?? toTimestamp(now);
  const eventId = event.id;

  // The booking and the registration point at the same event, so both are written in one transaction.
  return db.$transaction(async (transaction) => {
    const booking = await transaction.booking.create({
      data: { eventId, reference: `B-${reference}`, registrantName: name, registrantEmail: email, locale, createdAt },
    });
    const registration = await transaction.registration.create({
      data: {
        categoryId: category.id,
        reference,
        consentedAt: createdAt,
        consentVersion: "1",
        updatedAt: createdAt,
        // Whoever waits has a place in line.
        waitingNumber: state === "WAITLISTED" ? nextNumber() : null,
        ...overrides,
        eventId,
        bookingId: booking.id,
        name,
        email,
        emailNormalised: email.toLowerCase(),
        state,
        locale,
        createdAt,
      },
    });
    const registrationId = registration.id;
    await transaction.registrationDay.createMany({ data: dayIds.map((dayId) => ({ registrationId, dayId, eventId })) });
    await transaction.registrationSession.createMany({
      data: sessionIds.map((sessionId) => ({ registrationId, sessionId, eventId })),
    });
    await transaction.registrationTransition.create({
      data: { registrationId, toState: state, actorKind: "ATTENDEE", at: createdAt },
    });
    return registration;
  });
}
