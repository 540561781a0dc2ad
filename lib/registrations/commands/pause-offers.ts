import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { inTransaction } from "@/lib/platform/transaction";
import { offerWhatWasFreed } from "./offer-freed-places";

/** Pauses an event's automatic offers, or takes them up again and makes at once those that have waited. */
export async function pauseOffers(scope: EventScope, isPaused: boolean, now: Temporal.Instant): Promise<void> {
  const { eventId, organisationId, userId } = scope;
  await inTransaction(async (tx) => {
    const { count } = await tx.event.updateMany({
      where: { id: eventId, offersPaused: !isPaused },
      data: { offersPaused: isPaused },
    });
    if (count === 0) return;
    const action = isPaused ? "offers.paused" : "offers.resumed";
    await recordAudit(tx, { organisationId, eventId, actor: { kind: "USER", id: userId }, action }, now);
  });
  if (!isPaused) await offerWhatWasFreed(eventId, now);
}
