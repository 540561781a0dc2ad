import type { Temporal } from "temporal-polyfill";
import { type Actor, recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { newId, newReference } from "@/lib/core/ids";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { SubstituteFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { getRegistration } from "../queries/my-registration";
import { type SubstituteInput, substituteSchema } from "../schema";
import { clearPerson } from "./clear-person";
import { isStillOn } from "./hold-event-status";
import { lockQuotas } from "./lock-quotas";
import { insertSubstitute, type Succession, swapPlaces } from "./swap-places";

/**
 * Hands a confirmed place over to another person: category, days, sessions, booking and price stay; diet, needs, consent and
 * answers go, and so do the old personal links. The place is never free in between. Attendees may until the event begins,
 * organisers always. An address that is registered already, by whomever, gets the same answer as any that cannot be used.
 */
export async function substituteAttendee(
  scope: RegistrationScope,
  { body, actor }: { readonly body: unknown; readonly actor: Actor },
  now: Temporal.Instant,
): Promise<Ok<{ readonly reference: string }> | SubstituteFailure> {
  const mine = await getRegistration(scope, now);
  if (mine.state !== "CONFIRMED") return fail("gone");
  if (actor.kind !== "USER" && !mine.canSubstitute) return fail("substitute_closed");
  const parsed = substituteSchema.safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, mine.form));
  // Whoever holds a place must not be able to ask for address after address whether it is registered.
  const within = await consumeRateLimit("substitution", scope.registrationId);
  if (!within.ok) return within;
  const { organisationId } = mine.form;
  return inTransaction(async (tx) => {
    if (!(await lockPlace(tx, scope)) || !(await isStillOn(tx, scope.eventId))) return fail("gone");
    const { email } = parsed.data;
    const living = await tx.registration.count({
      where: {
        eventId: scope.eventId,
        emailNormalised: email.normalised,
        state: { in: ["PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED"] },
      },
    });
    if (living > 0) return takeBack(fail("substitute_unavailable"));
    const mayMail = await consumeRateLimit("mail-to-address", email.normalised, tx);
    if (!mayMail.ok) return takeBack(mayMail);
    const succession = { oldId: scope.registrationId, newId: newId(now), reference: newReference() };
    await insertSubstitute(tx, succession, parsed.data, now);
    if (!(await swapPlaces(tx, succession, actor, now))) return takeBack(fail("gone"));
    await clearPerson(tx, scope.registrationId);
    const audited = { organisationId, eventId: scope.eventId, actor, subjectId: scope.registrationId };
    const detail = { substitute: succession.newId };
    await recordAudit(tx, { ...audited, action: "registration.substituted", detail }, now);
    await tellBoth(tx, { ...mine, organisationId, eventId: scope.eventId }, succession, parsed.data, now);
    return ok({ reference: succession.reference });
  });
}

/** Registration first, quotas after it in id order, as everywhere. False when the place is not confirmed any more. */
async function lockPlace(tx: Transaction, { registrationId, eventId }: RegistrationScope): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      state: true,
      categoryId: true,
      voucherId: true,
      days: { select: { dayId: true } },
      sessions: { select: { sessionId: true } },
    },
  });
  if (row.state !== "CONFIRMED") return false;
  const dayIds = row.days.map(({ dayId }) => dayId);
  const sessionIds = row.sessions.map(({ sessionId }) => sessionId);
  const { categoryId, voucherId } = row;
  await lockQuotas(tx, [{ eventId, categoryId, dayIds, sessionIds, voucherId }]);
  return true;
}

async function tellBoth(
  tx: Transaction,
  old: {
    readonly name: string;
    readonly email: string;
    readonly locale: "sv" | "en";
    readonly organisationId: string;
    readonly eventId: string;
  },
  { oldId, newId: newRegistrationId }: Succession,
  input: SubstituteInput,
  now: Temporal.Instant,
): Promise<void> {
  const { organisationId, eventId, locale } = old;
  const about = { locale, organisationId, eventId };
  const left = { ...about, to: { name: old.name, email: old.email }, registrationId: oldId };
  await enqueueMail(tx, { ...left, message: "registration-substituted" }, now);
  const come = { ...about, to: { name: input.name, email: input.email.address }, registrationId: newRegistrationId };
  await enqueueMail(tx, { ...come, message: "registration-confirmed" }, now);
}
