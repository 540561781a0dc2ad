import type { Temporal } from "temporal-polyfill";
import { type Actor, recordAudit } from "@/lib/audit/commands/record-audit";
import type { InvitationScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { takeBack } from "@/lib/platform/transaction";
import type { RegisterFailure } from "../errors";
import type { RegistrationForm } from "../registration-form";
import { firstFull } from "../rules/capacity";
import { impliedDays } from "../rules/choices";
import { fullDetail } from "../rules/full-detail";
import type { RegistrationState } from "../rules/transitions";
import type { RegistrationInput } from "../schema";
import { acceptInvitation, isInvitationUsed } from "./accept-invitation";
import { type Claim, claimIdempotencyKey, type EarlierAnswer, keepAnswer } from "./claim-idempotency-key";
import { insertRegistration } from "./insert-registration";
import { lockQuotas } from "./lock-quotas";

/** Somebody whose submit was found good, at a form whose window is open. */
export type Person = {
  readonly form: RegistrationForm;
  readonly input: RegistrationInput;
  readonly municipalityCode: string | null;
  readonly locale: Locale;
  readonly invitation: InvitationScope | null;
  readonly actor: Actor;
};

export type Admitted = { readonly reference: string; readonly status: RegistrationState };

const LIVING = ["PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED"] as const;

/**
 * Gives a person a place, within the caller's transaction: claims the key, locks the quotas, looks for room as for a new
 * person, and only then whether the address is there already. A refusal takes everything back, the key included.
 */
export async function admitPerson(
  tx: Transaction,
  person: Person,
  claim: Claim | null,
  now: Temporal.Instant,
): Promise<Ok<Admitted | EarlierAnswer> | RegisterFailure> {
  const { form, input, invitation } = person;
  const earlier = claim && (await claimIdempotencyKey(tx, claim, now));
  if (earlier) return ok(earlier);
  const levels = chosenLevels(form, input);
  const full = firstFull(await lockQuotas(tx, form.eventId, levels));
  if (full) return takeBack(fail("full", fullDetail(form, full)));
  if (invitation && (await isInvitationUsed(tx, invitation, input.email.normalised))) {
    return takeBack(fail("invitation_used"));
  }
  // Both for new and for known addresses, or the limit would tell them apart.
  const mayMail = await consumeRateLimit("mail-to-address", input.email.normalised, tx);
  if (!mayMail.ok) return takeBack(mayMail);
  const living = await tx.registration.findFirst({
    where: { eventId: form.eventId, emailNormalised: input.email.normalised, state: { in: [...LIVING] } },
    select: { id: true, reference: true, state: true, name: true, email: true, locale: true },
  });
  const admitted = living ? await tellOwner(tx, form, living, now) : await write(tx, person, levels, now);
  if (claim) await keepAnswer(tx, claim, admitted);
  return ok(admitted);
}

function chosenLevels(form: RegistrationForm, input: RegistrationInput) {
  const category = form.categories.find(({ key }) => input.category === undefined || key === input.category);
  if (!category) throw new Error("the schema let a category through that the form does not have");
  const dates = impliedDays(form, input.days);
  return {
    categoryId: category.id,
    dayIds: form.days.filter(({ date }) => dates.includes(date)).map(({ id }) => id),
    sessionIds: [...(input.sessions ?? [])],
  };
}

type Living = { id: string; reference: string; state: RegistrationState; name: string; email: string; locale: Locale };

/** Whoever sent this sees a success; the owner of the address is told by mail, at most once an hour. Nothing else changes. */
async function tellOwner(
  tx: Transaction,
  form: RegistrationForm,
  living: Living,
  now: Temporal.Instant,
): Promise<Admitted> {
  const hour = Math.floor(now.epochMilliseconds / 3_600_000);
  await enqueueMail(
    tx,
    {
      message: "registration-exists",
      locale: living.locale,
      to: { name: living.name, email: living.email },
      organisationId: form.organisationId,
      eventId: form.eventId,
      registrationId: living.id,
      dedupeKey: `registration-exists:${living.id}:${hour}`,
    },
    now,
  );
  return { reference: living.reference, status: living.state };
}

async function write(
  tx: Transaction,
  { form, input, municipalityCode, locale: pageLocale, invitation, actor }: Person,
  levels: ReturnType<typeof chosenLevels>,
  now: Temporal.Instant,
): Promise<Admitted> {
  const { eventId, organisationId, needsDeletedOn } = form;
  const locale = input.locale ?? pageLocale;
  const { id, reference } = await insertRegistration(
    tx,
    { eventId, ...levels, input, municipalityCode, locale, needsDeletedOn, actor },
    now,
  );
  await acceptInvitation(tx, { eventId, registrationId: id, invitation, emailNormalised: input.email.normalised }, now);
  await recordAudit(tx, { organisationId, eventId, actor, action: "registration.created", subjectId: id }, now);
  await enqueueMail(
    tx,
    {
      message: "registration-confirmed",
      locale,
      to: { name: input.name, email: input.email.address },
      organisationId,
      eventId,
      registrationId: id,
    },
    now,
  );
  return { reference, status: "CONFIRMED" };
}
