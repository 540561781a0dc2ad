import type { Temporal } from "temporal-polyfill";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { HandOfferFailure } from "../errors";
import { getOfferingEvent, readWaiting } from "../queries/lines";
import { offerEnd } from "../rules/offer-expiry";
import { roomOf } from "../rules/room";
import { isStillOn } from "./hold-event-status";
import { lockEventQuotas } from "./lock-event-quotas";
import { makeOffer } from "./make-offer";
import { offerWhatWasFreed } from "./offer-freed-places";

/**
 * Offers a free place to one person in line, whoever stands before them and also while offers are paused: the organiser's
 * choice, and the yes that a category with approval waits for. A place there must be, and time to answer.
 */
export async function offerByHand(
  scope: EventScope,
  person: RegistrationScope,
  now: Temporal.Instant,
): Promise<Ok<undefined> | HandOfferFailure> {
  const outcome = await inTransaction(async (tx): Promise<Ok<undefined> | HandOfferFailure> => {
    const event = await getOfferingEvent(tx, scope.eventId);
    const end = offerEnd(event, now);
    if (end.kind !== "until" || event.status !== "PUBLISHED") return fail("offer_too_late");
    const quotas = await lockEventQuotas(tx, event.id);
    if (!(await isStillOn(tx, event.id))) return fail("offer_too_late");
    const waiting = (await readWaiting(tx, event.id)).find(({ id }) => id === person.registrationId);
    if (!waiting) return fail("not_waiting");
    if (roomOf(quotas).fullFor(waiting)) return fail("no_room");
    const actor = { kind: "USER", id: scope.userId } as const;
    const offered = await makeOffer(tx, waiting.id, { ...event, until: end.until, actor }, now);
    return offered ? ok(undefined) : fail("not_waiting");
  });
  // Where it took what somebody else in line would have needed too, the rest of that is free for those behind.
  if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
  return outcome;
}
