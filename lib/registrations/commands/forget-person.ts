import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { forgetAddress } from "@/lib/mail/commands/suppress-address";
import type { Transaction } from "@/lib/platform/db";
import { erasedAddress } from "../rules/erasure";
import { clearPerson } from "./clear-person";
import { forgetBooker } from "./forget-booker";
import { forgetMails } from "./forget-mails";

type Row = {
  readonly registrationId: string;
  readonly organisationId: string;
  readonly emailNormalised: string;
  readonly bookingId: string;
};

/**
 * Empties whoever a registration is for: name, address, organisation, answers, needs, links, invitation, what organisers wrote to
 * and about them and the addresses of their mails; also as the one who booked, once nobody else of the booking is coming.
 */
export async function forgetPerson(
  tx: Transaction,
  { registrationId, organisationId, emailNormalised, bookingId }: Row,
  now: Temporal.Instant,
): Promise<void> {
  await clearPerson(tx, registrationId);
  await forgetAddress(tx, { organisationId, address: emailNormalised });
  const email = erasedAddress(registrationId);
  const nobody = { name: "–", email, emailNormalised: email, organisationName: null };
  await tx.registration.update({
    where: { id: registrationId },
    data: { ...nobody, municipalityCode: null, jobTitle: null, updatedAt: toTimestamp(now) },
    select: { id: true },
  });
  const invited = await tx.invitation.findMany({ where: { registrationId }, select: { id: true } });
  const invitationIds = invited.map(({ id }) => id);
  await tx.personalLink.deleteMany({ where: { invitationId: { in: invitationIds } } });
  await tx.invitation.updateMany({ where: { registrationId }, data: { ...nobody, declineReason: null } });
  await forgetMails(tx, { OR: [{ registrationId }, { invitationId: { in: invitationIds } }] }, email);
  await tx.registrationTag.deleteMany({ where: { registrationId } });
  await tx.registrationNote.deleteMany({ where: { registrationId } });
  // What an organiser wrote to the person may name them.
  await tx.registrationTransition.updateMany({ where: { registrationId }, data: { reason: null } });
  await tx.changeRequest.updateMany({ where: { registrationId }, data: { answer: null } });
  // The registrant of colleagues who still come stays their contact.
  const others = await tx.registration.count({
    where: {
      bookingId,
      id: { not: registrationId },
      state: { in: ["HELD", "PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED"] },
    },
  });
  if (others > 0) return;
  const { registrantEmail } = await tx.booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { registrantEmail: true },
  });
  if (registrantEmail.toLowerCase() === emailNormalised.toLowerCase()) await forgetBooker(tx, bookingId, email);
}
