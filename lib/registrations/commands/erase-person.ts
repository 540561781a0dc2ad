import type { Temporal } from "temporal-polyfill";
import { type Actor, recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { EraseFailure } from "../errors";
import { getRegistration } from "../queries/my-registration";
import { forgetPerson } from "./forget-person";

/**
 * Erases a person from a registration that has ended, or whose event is over: name, address, organisation, answers, needs,
 * links, invitation, what organisers wrote to them and the addresses in the outbox; also as the one who booked, once nobody
 * else of the booking is coming. What stays names nobody: that there was a registration, its state,
 * days, sessions, times and price, and the booking's billing, which accounting has to keep. The audit entry lets a restored
 * backup be erased again. A mail confirms it, and its own address goes when it has been sent. An organiser may do it for whoever
 * asks by telephone; then the user is the actor.
 */
export async function erasePerson(
  scope: RegistrationScope,
  now: Temporal.Instant,
  actor: Actor = { kind: "ATTENDEE", id: scope.registrationId },
): Promise<Ok<undefined> | EraseFailure> {
  const mine = await getRegistration(scope, now);
  if (!mine.canErase) return fail("erase_not_yet");
  const { registrationId, eventId } = scope;
  const { organisationId } = mine.form;
  return inTransaction(async (tx) => {
    const row = await lockEnded(tx, registrationId, mine.state);
    if (!row) return fail("erase_not_yet");
    await forgetPerson(tx, { ...row, registrationId, organisationId }, now);
    const audited = { organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(tx, { ...audited, action: "registration.erased" }, now);
    const { email, locale } = mine;
    const mail = {
      message: "registration-erased",
      locale,
      to: { name: null, email },
      organisationId,
      eventId,
    } as const;
    await enqueueMail(tx, { ...mail, registrationId, params: { forgetAddress: true } }, now);
    return ok(undefined);
  });
}

async function lockEnded(tx: Transaction, id: string, state: string) {
  await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.registration.findUniqueOrThrow({
    where: { id },
    select: { state: true, emailNormalised: true, bookingId: true },
  });
  // Whoever came back in the same moment, through another browser, is not erased.
  return row.state === state ? row : null;
}
