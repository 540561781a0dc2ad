import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import type { WhyWaiting } from "@/lib/i18n/waiting-reasons";
import { database } from "@/lib/platform/db";
import type { Quote } from "@/lib/ticketing/quote";
import { priceOfChoice } from "../rules/price-of-choice";
import type { MyRegistration } from "./my-registration";
import { findPlaceInLine } from "./place-in-line";
import { findOfferEnd } from "./waiting-in-mail";
import { findWhyWaiting } from "./why-waiting";

/** What an attendee waits for: the place at the event, and places in sessions. */
export type MyWait = {
  /** What is full and how places are offered; null for who does not wait. */
  readonly why: WhyWaiting | null;
  /** Place in the category's line, 1 for whoever is next; null for who does not wait. */
  readonly place: number | null;
  /** Until when the offered place is kept; null when none is offered. */
  readonly until: Temporal.Instant | null;
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly place: number;
    readonly until: Temporal.Instant | null;
    /** What all of it costs with this session, where that is another price than now. */
    readonly price: Quote | null;
  }[];
};

/** Where somebody stands in the lines they are in. */
export async function getMyWait(
  { registrationId }: RegistrationScope,
  mine: MyRegistration,
  now: Temporal.Instant,
): Promise<MyWait> {
  const rows = await database().$queryRaw<{ sessionId: string; place: number; expiresAt: Date | null }[]>`
    SELECT me.session_id AS "sessionId", me.expires_at AS "expiresAt",
           (SELECT count(*)::int FROM session_waiting w
             WHERE w.session_id = me.session_id AND w.state = 'WAITING' AND w.number <= me.number) AS place
      FROM session_waiting me
     WHERE me.registration_id = ${registrationId}::uuid AND me.state IN ('WAITING', 'OFFERED')`;
  return {
    why: await findWhyWaiting(registrationId, now),
    place: await findPlaceInLine(registrationId),
    until: await findOfferEnd(registrationId),
    sessions: rows.map(({ sessionId, place, expiresAt }) => ({
      sessionId,
      place,
      until: expiresAt && fromTimestamp(expiresAt),
      price: priceWith(sessionId, mine),
    })),
  };
}

function priceWith(sessionId: string, { form, category, days, sessionIds, price }: MyRegistration): Quote | null {
  const isPriced = form.pricing?.list.sessions.some(({ id }) => id === sessionId);
  if (!isPriced) return null;
  const then = priceOfChoice(form, { category: category.key, days, sessions: [...sessionIds, sessionId] });
  return then.totals.grossOre === (price?.totals.grossOre ?? 0) ? null : then;
}
