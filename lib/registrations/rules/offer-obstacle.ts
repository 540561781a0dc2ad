import type { Temporal } from "temporal-polyfill";
import type { FullAt, QuotaRow } from "./capacity";
import type { InLine } from "./line";
import { type OfferFacts, offerEnd } from "./offer-expiry";
import { roomOf } from "./room";

/** What decides whether an event's free places are offered by themselves. */
export type OfferingFacts = OfferFacts & {
  readonly status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  readonly offersPaused: boolean;
};

/** Why nobody at an event is offered a place by itself now. */
export type EventObstacle =
  | { readonly kind: "not-published" | "paused" }
  | { readonly kind: "too-late"; readonly deadline: "registration" | "catering"; readonly day: Temporal.PlainDate };

/** Why this person is not offered a place now: a level without room, or the organiser has to say yes to each. */
export type PersonObstacle = { readonly kind: "full"; readonly at: FullAt } | { readonly kind: "needs-approval" };

/** What keeps all of an event's free places from being offered, or null. A pause keeps only the automatic offers back. */
export function eventObstacle(event: OfferingFacts, now: Temporal.Instant): EventObstacle | null {
  if (event.status !== "PUBLISHED") return { kind: "not-published" };
  const end = offerEnd(event, now);
  if (end.kind === "too-late") return end;
  return event.offersPaused ? { kind: "paused" } : null;
}

/**
 * For everybody in line, what keeps them from being offered a place once those ahead have had theirs, or null for whoever is
 * next. The places of people who need the organiser's yes are kept for them until the organiser has looked.
 */
export function personObstacles(
  line: readonly (InLine & { readonly approval: boolean })[],
  quotas: readonly QuotaRow[],
): ReadonlyMap<string, PersonObstacle | null> {
  const room = roomOf(quotas);
  return new Map(
    line.map((waiting): [string, PersonObstacle | null] => {
      const at = room.fullFor(waiting);
      if (at) return [waiting.id, { kind: "full", at }];
      room.take(waiting);
      return [waiting.id, waiting.approval ? { kind: "needs-approval" } : null];
    }),
  );
}
