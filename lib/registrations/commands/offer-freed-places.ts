import type { Temporal } from "temporal-polyfill";
import { database, type Transaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { inTransaction } from "@/lib/platform/transaction";
import {
  getOfferingEvent,
  isAnybodyWaiting,
  type OfferingEvent,
  readSessionLines,
  readWaiting,
} from "../queries/lines";
import { nextInLine } from "../rules/line";
import { offerEnd } from "../rules/offer-expiry";
import { eventObstacle } from "../rules/offer-obstacle";
import { beyondEventLine, nextInSessionLines } from "../rules/session-line";
import { isStillOn } from "./hold-event-status";
import { lockEventQuotas } from "./lock-event-quotas";
import { makeOffer, makeSessionOffer } from "./make-offer";

const SYSTEM = { kind: "SYSTEM" } as const;

/**
 * Offers every free place at an event to whoever is next in line: one place, one offer. Run after anything that frees places
 * has been committed, and every minute by the worker in case the process ended between the two. Admission leaves the places
 * of the line alone meanwhile. Returns how many offers were made.
 */
export async function offerFreedPlaces(eventId: string, now: Temporal.Instant): Promise<number> {
  if (!(await isAnybodyWaiting(eventId))) return 0;
  return inTransaction(async (tx) => {
    const event = await getOfferingEvent(tx, eventId);
    if (eventObstacle(event, now)) return 0;
    return (await offerToLine(tx, event, now)) + (await offerToSessionLines(tx, event, now));
  });
}

async function offerToLine(tx: Transaction, event: OfferingEvent, now: Temporal.Instant): Promise<number> {
  const end = offerEnd(event, now);
  if (end.kind !== "until") return 0;
  let made = 0;
  for (;;) {
    const quotas = await lockEventQuotas(tx, event.id);
    if (!(await isStillOn(tx, event.id))) return made;
    const line = await readWaiting(tx, event.id);
    const byHand = new Set(line.filter(({ approval }) => approval).map(({ id }) => id));
    const next = nextInLine(line, quotas).filter((id) => !byHand.has(id));
    let left = false;
    for (const id of next) {
      const offered = await makeOffer(tx, id, { ...event, until: end.until, actor: SYSTEM }, now);
      if (offered) made += 1;
      else left = true;
    }
    // Somebody left the line while their offer was being made: the place is the next one's.
    if (!left) return made;
  }
}

async function offerToSessionLines(tx: Transaction, event: OfferingEvent, now: Temporal.Instant): Promise<number> {
  const end = offerEnd(event, now);
  if (end.kind !== "until") return 0;
  const line = await readSessionLines(tx, event.id);
  if (line.length === 0) return 0;
  let made = 0;
  const quotas = await lockEventQuotas(tx, event.id);
  if (!(await isStillOn(tx, event.id))) return made;
  for (const id of nextInSessionLines(line, beyondEventLine(quotas, await readWaiting(tx, event.id)))) {
    if (await makeSessionOffer(tx, id, { ...event, until: end.until, actor: SYSTEM }, now)) made += 1;
  }
  return made;
}

/**
 * The same after something else that has been done and answered for: when it fails, that stays done, and the worker offers
 * the places within a minute.
 */
export async function offerWhatWasFreed(eventId: string, now: Temporal.Instant): Promise<void> {
  try {
    await offerFreedPlaces(eventId, now);
  } catch (error) {
    log.error({ err: error, eventId }, "freed places could not be offered at once");
  }
}

/** Does the same at every event where somebody waits. */
export async function offerEverywhere(now: Temporal.Instant): Promise<number> {
  const events = await database().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT e.id FROM event e
     WHERE e.status = 'PUBLISHED' AND NOT e.offers_paused
       AND (EXISTS (SELECT 1 FROM registration r WHERE r.event_id = e.id AND r.state = 'WAITLISTED')
         OR EXISTS (SELECT 1 FROM session_waiting w WHERE w.event_id = e.id AND w.state = 'WAITING'))`;
  let made = 0;
  for (const { id } of events) made += await offerFreedPlaces(id, now);
  return made;
}
