import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { fail, type Ok, ok } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import type { ClosedCode, RegisterFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { findRegistrationForm } from "../queries";
import type { RegistrationForm } from "../registration-form";
import { municipalityOf } from "../rules/municipality";
import { signReceipt } from "../rules/receipt";
import type { RegistrationState } from "../rules/transitions";
import { type RegistrationInput, registrationSchema } from "../schema";
import { type Admitted, admitPerson } from "./admit-person";
import { type Claim, type EarlierAnswer, findEarlierAnswer, hashOfRequest } from "./claim-idempotency-key";

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

/** What the sender is told. `receipt` addresses the confirmation page. */
export type Registered = { readonly reference: string; readonly status: RegistrationState; readonly receipt: string };

type Outcome = Ok<Registered> | RegisterFailure;

/**
 * Registers one person at a published event, by form or API. In this order, so that no answer tells who is registered:
 * a replayed submit gets its first answer; then the window and the schema; then room, as for a new person; then an address
 * that has a living registration is answered exactly as a success (its owner gets a mail); then everything is written.
 */
export async function registerAttendee(registering: Registering, now: Temporal.Instant): Promise<Outcome> {
  const { slug, body, invitation, idempotencyKey, clientIp, locale, actor } = registering;
  const within = await consumeRateLimit("registration", networkOf(clientIp));
  if (!within.ok) return within;
  const form = await findRegistrationForm(slug, invitation, now);
  if (!form) return fail("event_not_found");
  const parsed = registrationSchema(form).safeParse(body);
  const claim = claimOf(form, idempotencyKey, parsed.data);
  const earlier = claim && (await findEarlierAnswer(claim));
  if (earlier) return replay(earlier);
  const closed = closedBecause(form);
  if (closed) return fail(closed);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, form));
  const municipality = municipalityOf(parsed.data);
  if (!municipality.ok) return fail("invalid", { municipalityCode: [{ code: municipality.code }] });
  const person = { form, input: parsed.data, municipalityCode: municipality.value, locale, invitation, actor };
  const admitted = await inTransaction((tx) => admitPerson(tx, person, claim, now));
  if (!admitted.ok) return admitted;
  return "kind" in admitted.value ? replay(admitted.value) : success(admitted.value);
}

function claimOf(form: RegistrationForm, key: string | null, input: RegistrationInput | undefined): Claim | null {
  return key === null || !input ? null : { eventId: form.eventId, key, requestHash: hashOfRequest(input) };
}

function closedBecause(form: RegistrationForm): ClosedCode | null {
  switch (form.window.state) {
    case "not-yet-open":
      return "not_yet_open";
    case "cancelled":
      return "cancelled";
    case "closed":
    case "over":
      return "closed";
    case "open":
      return form.needsInvitation ? "invitation_required" : null;
  }
}

function replay(earlier: EarlierAnswer): Outcome {
  return earlier.kind === "same" ? success(earlier.response as Admitted) : fail("idempotency_conflict");
}

function success({ reference, status }: Admitted): Ok<Registered> {
  return ok({ reference, status, receipt: signReceipt(reference, env().AUTH_SECRET) });
}
