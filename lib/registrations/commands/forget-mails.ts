import type { Transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

/**
 * Empties the addresses of mails about somebody who is erased: what waits is not sent any more, what was sent is told only by
 * when it was. `email` is the erased address that stands instead.
 */
export async function forgetMails(tx: Transaction, about: Prisma.OutboxMailWhereInput, email: string): Promise<void> {
  await tx.outboxMail.updateMany({ where: { ...about, state: "QUEUED" }, data: { state: "OBSOLETE" } });
  await tx.outboxMail.updateMany({ where: about, data: { toName: null, toEmail: email, lastError: null } });
}
