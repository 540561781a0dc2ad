import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { type EmailAddress, parseEmailAddress } from "@/lib/core/email-address";
import { isUuid, newId } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { liftSuppression } from "@/lib/mail/commands/suppress-address";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction, takeBack } from "@/lib/platform/transaction";

export type SendAgainFailure = Failure<"mail_gone" | "mail_declined" | "address_invalid" | "address_taken">;

/**
 * Sends a mail again that did not arrive, to the same address or to a mended one. The person's address is mended with it, wherever
 * it was this one: their registration, invitation or booking at this event. Whatever kept mail from the address is lifted. It goes
 * as a new mail, so that it is tried as long as any other; the old one is kept as done with. Not for what the recipient has declined.
 */
export async function sendMailAgain(
  scope: EventScope,
  { id, email }: { readonly id: string; readonly email: string },
  now: Temporal.Instant,
): Promise<Ok<undefined> | SendAgainFailure> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event" || !isUuid(id)) return fail("mail_gone");
  const address = parseEmailAddress(email);
  if (!address) return fail("address_invalid");
  const { eventId, organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Ok<undefined> | SendAgainFailure> => {
    await tx.$executeRaw`SELECT 1 FROM outbox_mail WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const mail = await tx.outboxMail.findFirst({ where: { id, eventId, state: { in: ["FAILED", "SUPPRESSED"] } } });
    // Of whom is erased nothing is left to send.
    if (!mail || mail.toEmail.endsWith(".invalid")) return fail("mail_gone");
    if (mail.lastError === "declined") return fail("mail_declined");
    const isMended = mail.toEmail.toLowerCase() !== address.normalised;
    if (isMended && !(await mendAddress(tx, { ...mail, eventId }, address))) takeBack(fail("address_taken"));
    await liftSuppression(tx, { organisationId, address: address.normalised });
    const again = { notBefore: toTimestamp(now), createdAt: toTimestamp(now), leasedUntil: null, lastError: null };
    await tx.outboxMail.create({
      data: {
        ...mail,
        ...again,
        ...{ id: newId(now), toEmail: address.address, params: mail.params ?? {}, dedupeKey: null },
        ...{ state: "QUEUED", attempts: 0, failedAt: null },
      },
      select: { id: true },
    });
    await tx.outboxMail.update({ where: { id }, data: { state: "OBSOLETE", failedAt: null }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    const audited = { organisationId, eventId, actor, subjectId: mail.registrationId ?? mail.invitationId ?? id };
    await recordAudit(tx, { ...audited, action: "mail.sent-again", detail: { mended: isMended } }, now);
    return ok(undefined);
  });
}

type Addressed = {
  readonly eventId: string;
  readonly toEmail: string;
  readonly registrationId: string | null;
  readonly invitationId: string | null;
  readonly bookingId: string | null;
};

/** Whether the address could be mended: nobody else at the event has the new one. */
async function mendAddress(
  tx: Transaction,
  { eventId, toEmail, registrationId, invitationId, bookingId }: Addressed,
  { address, normalised }: EmailAddress,
): Promise<boolean> {
  const before = toEmail.toLowerCase();
  const living = { in: ["HELD", "PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED"] } as const;
  const other = { eventId, emailNormalised: normalised };
  if (registrationId) {
    const taken = { ...other, id: { not: registrationId }, state: { in: [...living.in] } };
    if ((await tx.registration.count({ where: taken })) > 0) return false;
    const own = { id: registrationId, eventId, emailNormalised: before };
    await tx.registration.updateMany({ where: own, data: { email: address, emailNormalised: normalised } });
  }
  const invitation = invitationId ? { id: invitationId } : registrationId ? { registrationId } : null;
  if (invitation) {
    const mine = await tx.invitation.findMany({
      where: { ...invitation, eventId, emailNormalised: before },
      select: { id: true },
    });
    const ids = mine.map((each) => each.id);
    if (ids.length > 0 && (await tx.invitation.count({ where: { ...other, id: { notIn: ids } } })) > 0) return false;
    await tx.invitation.updateMany({
      where: { id: { in: ids } },
      data: { email: address, emailNormalised: normalised },
    });
  }
  const booked = registrationId
    ? { registrations: { some: { id: registrationId } } }
    : bookingId
      ? { id: bookingId }
      : null;
  if (booked)
    await tx.booking.updateMany({
      where: { ...booked, eventId, registrantEmail: { equals: toEmail, mode: "insensitive" } },
      data: { registrantEmail: address },
    });
  return true;
}
