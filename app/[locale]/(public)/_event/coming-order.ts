import type { EventListing } from "@/lib/events/queries/event-listing";

/**
 * Coming events as a visitor looks for them: first those that take or will take registrations, then the full and the closed,
 * last the cancelled. Within each the order is kept.
 */
export function comingOrder(events: readonly EventListing[]): readonly EventListing[] {
  return events.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ window, places }: EventListing): number {
  if (window.state === "cancelled") return 2;
  const takesMore = window.state === "not-yet-open" || (window.state === "open" && places.kind !== "full");
  return takesMore ? 0 : 1;
}
