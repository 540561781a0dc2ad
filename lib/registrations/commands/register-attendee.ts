import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import { type EmailAddress, parseEmailAddress } from "@/lib/core/email-address";
import type { Locale } from "@/lib/core/localised";
import { fail, type Ok, ok } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import type { PriceLine } from "@/lib/ticketing/price-list";
import { admissionQueue } from "../admission/admission-queue";
import { type ApplicationAnswer, type Claim, ownApplication } from "../admission/application";
import { mayTryCode, noteWrongCode } from "../admission/code-guesses";
import { hashOfRequest } from "../admission/idempotency";
import { personOf } from "../admission/person-of-input";
import { closedBecause, type RegisterFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { fileIdsIn } from "../file-answer";
import { findFiles, missingFiles } from "../queries/files-in-answers";
import { findEarlierAnswer } from "../queries/kept-answers";
import { findRegistrationForm } from "../queries/registration-form";
import type { RegistrationForm } from "../registration-form";
import { billingOf } from "../rules/billing-of-input";
import { codeIn, failureOfCode } from "../rules/code-in-body";
import { fullDetail } from "../rules/full-detail";
import { municipalityOf } from "../rules/municipality";
import { signPrice } from "../rules/price-receipt";
import { signReceipt } from "../rules/receipt";
import { sortedAnswers } from "../rules/sorted-answers";
import type { RegistrationState } from "../rules/transitions";
import { type RegistrationInput, registrationSchemaOf } from "../schema";

export type Registering = {
  readonly slug: string;
  /** What was sent, not yet parsed. */
  readonly body: unknown;
  readonly invitation: InvitationScope | null;
  /** The language of the page or request; the body's own `locale` goes before it. */
  readonly locale: Locale;
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
  /** The sender's network address, for the limit per network. */
  readonly clientIp: string;
};

/** What the sender is told. `receipt` addresses the confirmation page; `price` is what it shows of the price, signed. */
export type Registered = {
  readonly reference: string;
  readonly status: RegistrationState;
  readonly receipt: string;
  readonly price: string | null;
};

type Outcome = Ok<Registered> | RegisterFailure;

/**
 * Registers one person at a published event, by form or API. In this order, so that no answer tells who is registered:
 * a replayed submit gets its first answer, also when the event has closed since; then the window and the schema; then room,
 * as for a new person; then an address that has a living registration is answered exactly as a success (its owner gets a
 * mail); then everything is written.
 */
export async function registerAttendee(registering: Registering, now: Temporal.Instant): Promise<Outcome> {
  const { slug, body, invitation, idempotencyKey, clientIp, locale, actor } = registering;
  const within = await consumeRateLimit("registration", networkOf(clientIp));
  if (!within.ok) return within;
  const code = codeIn(body);
  const mayTry = await mayTryCode(code, clientIp);
  if (!mayTry.ok) return mayTry;
  const form = await findRegistrationForm(slug, invitation, now, code, "answer");
  if (!form) return fail("event_not_found");
  const parsed = registrationSchemaOf(form).safeParse(body);
  const [files] = parsed.success ? await findFiles(form, [parsed.data.answers], null) : [];
  const claim = claimOf(form, idempotencyKey, parsed.data && { ...parsed.data, answers: files?.digests });
  const closed = closedBecause(form);
  const codeFailure = failureOfCode(form);
  await noteWrongCode(codeFailure, clientIp);
  if (closed ?? codeFailure) {
    const earlier = claim && (await findEarlierAnswer(claim));
    if (earlier) return outcome(earlier, form, []);
  }
  if (codeFailure) return codeFailure;
  if (closed) return fail(closed);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, form));
  if (files && files.missing.length > 0) return fail("invalid", missingFiles(files));
  const input = { ...parsed.data, answers: files?.answers ?? parsed.data.answers } as RegistrationInput;
  if (isBoundToAnother(form, input.email)) {
    // Where everybody may register, somebody else at the invited person's browser registers as everybody does.
    const everybodys = await findRegistrationForm(slug, null, now, code, "answer");
    if (everybodys && !closedBecause(everybodys)) return registerAttendee({ ...registering, invitation: null }, now);
    return fail("invalid", { email: [{ code: "invitation_bound" as const }] });
  }
  const municipality = municipalityOf(input);
  if (!municipality.ok) return fail("invalid", { municipalityCode: [{ code: municipality.code }] });
  const person = personOf(form, input, { municipalityCode: municipality.value, locale });
  const { booking: answers } = sortedAnswers(form.questions, input.answers);
  const asked = { invitation, claim, actor, now };
  const application = ownApplication(form, person, asked, {
    answers,
    billing: billingOf(form, input),
    fileIds: fileIdsIn(form.questions, answers),
  });
  return outcome(await admissionQueue.admit(application), form, person.priceLines);
}

/** Whether the invitation is for one address only, and this is another. */
function isBoundToAnother({ invited }: RegistrationForm, email: EmailAddress): boolean {
  return invited?.isBound === true && parseEmailAddress(invited.email)?.normalised !== email.normalised;
}

function claimOf(form: RegistrationForm, key: string | null, input: object | undefined): Claim | null {
  return key === null || !input ? null : { eventId: form.eventId, key, requestHash: hashOfRequest(input) };
}

function outcome(answer: ApplicationAnswer, form: RegistrationForm, lines: readonly PriceLine[]): Outcome {
  if (answer.kind === "key_conflict") return fail("idempotency_conflict");
  if (answer.kind === "invitation_used" || answer.kind === "too_many_guests") return fail("invitation_used");
  if (answer.kind === "cancelled") return fail("cancelled");
  if (answer.kind === "file_taken") return fail("file_taken");
  if (answer.kind === "rate_limited") return fail("rate_limited", { retryAfterSeconds: answer.retryAfterSeconds });
  const [person] = answer.people;
  if (!person) throw new Error("an application without people was answered");
  if (person.kind === "full") {
    const { level, id } = person;
    return level === "voucher"
      ? fail("invalid", { code: [{ code: "code_used_up" as const }] })
      : fail("full", fullDetail(form, { level, id }));
  }
  const { reference, status } = person;
  const secret = env().AUTH_SECRET;
  const price = lines.length > 0 ? signPrice(reference, lines, secret) : null;
  return ok({ reference, status, receipt: signReceipt(reference, status, secret), price });
}
