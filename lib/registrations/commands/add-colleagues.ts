import type { Temporal } from "temporal-polyfill";
import type { BookingScope } from "@/lib/auth/scopes";
import { fail, type Ok } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { admissionQueue } from "../admission/admission-queue";
import { applicationOf, billingFor, peopleOf } from "../admission/booking-application";
import { hashOfRequest } from "../admission/idempotency";
import { moreColleaguesSchema } from "../booking-schema";
import { type BookFailure, closedBecause } from "../errors";
import { fieldErrors } from "../field-errors";
import { findFilesOfBooking } from "../queries/files-in-answers";
import { findRegistrationForm } from "../queries/registration-form";
import { codeIn, failureOfCode } from "../rules/code-in-body";
import { type Booked, booked } from "./book-colleagues";

/**
 * Adds people to a booking as long as registration is open: same booker, same reference, same payer. Where the booking had
 * nothing to pay so far and now has, who pays is asked for and kept.
 */
export async function addColleagues(
  scope: BookingScope,
  { body, idempotencyKey }: { readonly body: unknown; readonly idempotencyKey: string | null },
  now: Temporal.Instant,
): Promise<Ok<Booked> | BookFailure> {
  const within = await consumeRateLimit("booking", scope.bookingId);
  if (!within.ok) return within;
  const row = await database().booking.findUnique({
    where: { id: scope.bookingId, eventId: scope.eventId },
    include: { event: { select: { slug: true } } },
  });
  const form = row && (await findRegistrationForm(row.event.slug, null, now, codeIn(body), "answer"));
  if (!form) return fail("booking_gone");
  const codeFailure = failureOfCode(form);
  if (codeFailure) return codeFailure;
  const closed = closedBecause(form);
  if (closed) return fail(closed);
  const parsed = moreColleaguesSchema(form, row.billing).safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, form));
  const files = await findFilesOfBooking(form, parsed.data);
  if (Object.keys(files.errors).length > 0) return fail("invalid", files.errors);
  const { registrantName: name, registrantEmail: email, registrantPhone: phone, locale, reference } = row;
  const people = peopleOf(form, files.input.people, { name, email }, locale);
  const payer = row.billing ?? billingFor(people, parsed.data.billing);
  const { eventId, bookingId } = scope;
  const claim = idempotencyKey
    ? { eventId, key: idempotencyKey, requestHash: hashOfRequest({ bookingId, ...(files.digested as object) }) }
    : null;
  const answer = await admissionQueue.admit(
    applicationOf(form, people, {
      claim,
      actor: { kind: "ATTENDEE" },
      now,
      registrant: { name, email, phone, locale, billing: payer as object | null, answers: {} },
      booking: { id: bookingId, reference },
    }),
  );
  return booked(answer, form);
}
