import type { Transaction } from "@/lib/platform/db";
import { dropUnnamedFiles } from "./claim-files";
import { forgetMails } from "./forget-mails";

/**
 * Empties who made a booking: name, address, telephone, answers for the whole booking, its links and the addresses of its mails.
 * Who pays stays, as accounting has to keep it. Takes the erased address that stands instead.
 */
export async function forgetBooker(tx: Transaction, bookingId: string, email: string): Promise<void> {
  await tx.booking.update({
    where: { id: bookingId },
    data: { registrantName: "–", registrantEmail: email, registrantPhone: null, answers: {} },
    select: { id: true },
  });
  await dropUnnamedFiles(tx, { bookingId });
  await tx.personalLink.deleteMany({ where: { bookingId } });
  await forgetMails(tx, { bookingId, registrationId: null }, email);
}
