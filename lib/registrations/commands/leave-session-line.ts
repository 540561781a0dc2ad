import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { database, type Transaction } from "@/lib/platform/db";
import type { OfferFailure } from "../errors";
import { offerWhatWasFreed } from "./offer-freed-places";

/** Leaves the line for a session, or declines the place that is offered there; that one goes to the next in line. */
export async function leaveSessionLine(
  { registrationId, eventId }: RegistrationScope,
  sessionId: string,
  now: Temporal.Instant,
): Promise<Ok<undefined> | OfferFailure> {
  const mine = { registrationId, eventId, sessionId };
  const updatedAt = toTimestamp(now);
  const left = await database().sessionWaiting.updateMany({
    where: { ...mine, state: "WAITING" },
    data: { state: "LEFT", updatedAt },
  });
  const declined = await database().sessionWaiting.updateMany({
    where: { ...mine, state: "OFFERED" },
    data: { state: "DECLINED", expiresAt: null, updatedAt },
  });
  if (left.count + declined.count === 0) return fail("offer_gone");
  if (declined.count > 0) await offerWhatWasFreed(eventId, now);
  return ok(undefined);
}

/** Leaves every session's line, because the place at the event is given up. */
export async function leaveSessionLines(tx: Transaction, registrationId: string, now: Temporal.Instant): Promise<void> {
  await tx.sessionWaiting.updateMany({
    where: { registrationId, state: { in: ["WAITING", "OFFERED"] } },
    data: { state: "LEFT", expiresAt: null, updatedAt: toTimestamp(now) },
  });
}
