import type { Temporal } from "temporal-polyfill";
import type { InvitationScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { fail, type Ok } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { admissionQueue } from "../admission/admission-queue";
import { applicationOf, peopleOf } from "../admission/booking-application";
import { hashOfRequest } from "../admission/idempotency";
import { moreColleaguesSchema } from "../booking-schema";
import { closedBecause, type GuestFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { findRegistrationForm } from "../queries/registration-form";
import { isLiving } from "../rules/transitions";
import { type Booked, booked } from "./book-colleagues";

/** Somebody who comes along, as it was written. */
export type WrittenGuest = { readonly name: string; readonly email: string };

type Bringing = { readonly guests: readonly WrittenGuest[]; readonly idempotencyKey: string | null };

/**
 * Registers the guests an invited person brings, on that person's booking, days and category: each by name, with a place, mail
 * and link of their own, and told apart by who got in. Together never more than the invitation allows. Only for who has a
 * place or waits for one, as long as that person could register.
 */
export async function bringGuests(
  scope: InvitationScope,
  { guests, idempotencyKey }: Bringing,
  now: Temporal.Instant,
): Promise<Ok<Booked> | GuestFailure> {
  const within = await consumeRateLimit("booking", scope.invitationId);
  if (!within.ok) return within;
  const inviter = await findInviter(scope);
  if (!inviter || !isLiving(inviter.state)) return fail("guests_need_place");
  const form = await findRegistrationForm(inviter.event.slug, scope, now);
  if (!form) return fail("booking_gone");
  const closed = closedBecause(form);
  if (closed) return fail(closed);
  if (guests.length === 0) return fail("guests_missing");
  const { booking } = inviter;
  const dates = inviter.days.map(({ day }) => fromDateColumn(day.date).toString());
  const along = { category: inviter.category.key, ...(dates.length > 0 && { days: dates }) };
  const body = { people: guests.map((guest) => ({ ...guest, ...along })) };
  // Who comes along has a name: no place is kept for somebody yet to be found.
  const named = { ...form, namingEndsAt: null };
  const parsed = moreColleaguesSchema(named, booking.billing).safeParse(body);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error, form);
    const isPayerMissing = Object.keys(errors).every((field) => field.startsWith("billing"));
    return isPayerMissing ? fail("guests_cost") : fail("invalid", errors);
  }
  const { registrantName: name, registrantEmail: email, registrantPhone: phone, locale, reference } = booking;
  const people = peopleOf(named, parsed.data.people, { name, email }, locale);
  const { eventId, invitationId } = scope;
  const claim = idempotencyKey
    ? { eventId, key: idempotencyKey, requestHash: hashOfRequest({ invitationId, ...parsed.data }) }
    : null;
  const application = applicationOf(named, people, {
    claim,
    actor: { kind: "ATTENDEE" },
    now,
    registrant: { name, email, phone, locale, billing: booking.billing as object | null, answers: {} },
    booking: { id: booking.id, reference },
  });
  return booked(await admissionQueue.admit({ ...application, guestsOf: scope }), form);
}

/** Whoever answered the invitation, with the booking that guests are added to. */
async function findInviter({ invitationId, eventId }: InvitationScope) {
  const invitation = await database().invitation.findFirst({
    where: { id: invitationId, eventId, withdrawnAt: null },
    select: {
      event: { select: { slug: true } },
      registration: {
        select: {
          state: true,
          category: { select: { key: true } },
          days: { select: { day: { select: { date: true } } } },
          booking: {
            select: {
              ...{ id: true, reference: true, billing: true, locale: true },
              ...{ registrantName: true, registrantEmail: true, registrantPhone: true },
            },
          },
        },
      },
    },
  });
  return invitation?.registration ? { ...invitation.registration, event: invitation.event } : null;
}
