import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import type { Locale } from "@/lib/core/localised";
import { fail, type Ok, ok } from "@/lib/core/result";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import { admissionQueue } from "../admission/admission-queue";
import type { ApplicationAnswer } from "../admission/application";
import { bookingApplication } from "../admission/booking-application";
import { mayTryCode, noteWrongCode } from "../admission/code-guesses";
import { hashOfRequest } from "../admission/idempotency";
import { bookingSchema } from "../booking-schema";
import { type BookFailure, closedBecause, type FullDetail } from "../errors";
import { fieldErrors } from "../field-errors";
import { findFilesOfBooking } from "../queries/files-in-answers";
import { findEarlierAnswer } from "../queries/kept-answers";
import { findRegistrationForm } from "../queries/registration-form";
import type { RegistrationForm } from "../registration-form";
import { codeIn, failureOfCode } from "../rules/code-in-body";
import { fullDetail } from "../rules/full-detail";
import type { RegistrationState } from "../rules/transitions";

export type Booking = {
  readonly slug: string;
  /** What was sent, not yet parsed. */
  readonly body: unknown;
  /** The language of the page or request; the body's own `locale` goes before it. */
  readonly locale: Locale;
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
  /** The sender's network address, for the limit per network. */
  readonly clientIp: string;
};

/** What became of one person, in the order in which they were sent. */
export type BookedPerson =
  | { readonly kind: "placed"; readonly reference: string; readonly status: RegistrationState }
  | { readonly kind: "full"; readonly full: FullDetail }
  | { readonly kind: "code_used_up" };

/** The booking's reference, and what became of everybody: who got a place, who waits and who did not get in. */
export type Booked = { readonly reference: string; readonly people: readonly BookedPerson[] };

/**
 * Registers several people at a published event for somebody who need not come. Each gets a place, waits or is told what is
 * full, each by themselves; when nobody gets anything, nothing is written. Checks come in the order of `registerAttendee`,
 * and an address that is registered already gets the answer a new one would.
 */
export async function bookColleagues(booking: Booking, now: Temporal.Instant): Promise<Ok<Booked> | BookFailure> {
  const { slug, body, idempotencyKey, clientIp, locale, actor } = booking;
  const within = await consumeRateLimit("booking", networkOf(clientIp));
  if (!within.ok) return within;
  const code = codeIn(body);
  const mayTry = await mayTryCode(code, clientIp);
  if (!mayTry.ok) return mayTry;
  const form = await findRegistrationForm(slug, null, now, code, "answer");
  if (!form) return fail("event_not_found");
  const parsed = bookingSchema(form).safeParse(body);
  const files = parsed.success ? await findFilesOfBooking(form, parsed.data) : null;
  const claim =
    idempotencyKey === null || !files
      ? null
      : { eventId: form.eventId, key: idempotencyKey, requestHash: hashOfRequest(files.digested) };
  const closed = closedBecause(form);
  const codeFailure = failureOfCode(form);
  await noteWrongCode(codeFailure, clientIp);
  if (closed ?? codeFailure) {
    const earlier = claim && (await findEarlierAnswer(claim));
    if (earlier) return booked(earlier, form);
  }
  if (codeFailure) return codeFailure;
  if (closed) return fail(closed);
  if (!parsed.success || !files) return fail("invalid", parsed.error ? fieldErrors(parsed.error, form) : {});
  if (Object.keys(files.errors).length > 0) return fail("invalid", files.errors);
  const application = bookingApplication(form, files.input, { claim, actor, now, locale });
  return booked(await admissionQueue.admit(application), form);
}

/** An answer of the admission as it is told to whoever booked. */
export function booked(answer: ApplicationAnswer, form: RegistrationForm): Ok<Booked> | BookFailure {
  if (answer.kind === "key_conflict") return fail("idempotency_conflict");
  if (answer.kind === "invitation_used") return fail("invitation_used");
  if (answer.kind === "too_many_guests") return fail("too_many_guests");
  if (answer.kind === "cancelled") return fail("cancelled");
  if (answer.kind === "file_taken") return fail("file_taken");
  if (answer.kind === "rate_limited") return fail("rate_limited", { retryAfterSeconds: answer.retryAfterSeconds });
  const people = answer.people.map((person): BookedPerson => {
    if (person.kind === "placed") return person;
    const { level, id } = person;
    return level === "voucher" ? { kind: "code_used_up" } : { kind: "full", full: fullDetail(form, { level, id }) };
  });
  if (answer.kind === "placed") return ok({ reference: answer.bookingReference, people });
  const full = people.flatMap((person) => (person.kind === "full" ? [person.full] : []));
  return full.length > 0 ? fail("nobody_placed", full) : fail("invalid", { code: [{ code: "code_used_up" as const }] });
}
