import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { inTransaction } from "@/lib/platform/transaction";
import { CONSENT_VERSION } from "../rules/consent";

/** Notes that somebody who took over a place agrees to be stored. Only the first time counts. */
export async function giveConsent(
  { registrationId, eventId }: RegistrationScope,
  now: Temporal.Instant,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.registration.updateMany({
      where: { id: registrationId, consentedAt: null },
      data: { consentedAt: toTimestamp(now), consentVersion: CONSENT_VERSION, updatedAt: toTimestamp(now) },
    });
    if (count === 0) return;
    const { organisationId } = await tx.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { organisationId: true },
    });
    const actor = { kind: "ATTENDEE", id: registrationId } as const;
    const audited = { organisationId, eventId, actor, subjectId: registrationId };
    await recordAudit(tx, { ...audited, action: "consent.given", detail: { version: CONSENT_VERSION } }, now);
  });
}
