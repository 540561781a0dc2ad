import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { erasedAddress } from "../rules/erasure";
import { forgetBooker } from "./forget-booker";
import { forgetInvited } from "./forget-invited";
import { forgetPerson } from "./forget-person";

/** The audit entries that tell of an erasure, with what each was about. */
export const ERASURES = ["registration.erased", "booking.registrant_erased", "invitation.erased"] as const;
export type Erasure = { readonly action: (typeof ERASURES)[number]; readonly subjectId: string };

type Whose = { readonly organisationId: string; readonly eventId: string };

/**
 * Erases anew who had been erased before a backup from an earlier day was restored, in the order in which it was done. Whoever
 * is not in the backup has nothing to erase. No mail tells of it: they have had theirs. Returns how many there were.
 */
export async function eraseAgain(erasures: readonly Erasure[], now: Temporal.Instant): Promise<number> {
  let erased = 0;
  for (const erasure of erasures) {
    const wasThere = await inTransaction(async (tx) => {
      const whose = await FORGET[erasure.action](tx, erasure.subjectId, now);
      if (!whose) return false;
      const { action, subjectId } = erasure;
      await recordAudit(tx, { ...whose, actor: { kind: "SYSTEM" }, action, subjectId }, now);
      return true;
    });
    if (wasThere) erased += 1;
  }
  return erased;
}

const FORGET: Readonly<
  Record<Erasure["action"], (tx: Transaction, id: string, now: Temporal.Instant) => Promise<Whose | null>>
> = {
  async "registration.erased"(tx, id, now) {
    const row = await tx.registration.findUnique({
      where: { id },
      select: { emailNormalised: true, bookingId: true, eventId: true, event: { select: { organisationId: true } } },
    });
    if (!row) return null;
    const { organisationId } = row.event;
    await forgetPerson(tx, { ...row, organisationId, registrationId: id }, now);
    return { organisationId, eventId: row.eventId };
  },

  async "booking.registrant_erased"(tx, id) {
    const row = await tx.booking.findUnique({
      where: { id },
      select: { eventId: true, event: { select: { organisationId: true } } },
    });
    if (!row) return null;
    await forgetBooker(tx, id, erasedAddress(id));
    return { organisationId: row.event.organisationId, eventId: row.eventId };
  },

  async "invitation.erased"(tx, id, now) {
    const row = await tx.invitation.findUnique({
      where: { id },
      select: { emailNormalised: true, answeredAt: true, eventId: true, event: { select: { organisationId: true } } },
    });
    if (!row) return null;
    const { organisationId } = row.event;
    await forgetInvited(tx, { ...row, organisationId, invitationId: id }, now);
    return { organisationId, eventId: row.eventId };
  },
};
