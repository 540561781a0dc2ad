import type { Temporal } from "temporal-polyfill";
import { database } from "@/lib/platform/db";
import { type EventListing, isPublic, listing, listingColumns } from "./event-listing";

/** Past editions under their series; events that belong to none come last, under null. */
export type PastEditions = {
  readonly series: EventListing["series"];
  readonly events: readonly EventListing[];
};

export type PublishedEvents = {
  /** Soonest first. */
  readonly upcoming: readonly EventListing[];
  /** Latest first, within a series and between them. */
  readonly past: readonly PastEditions[];
};

/** All events visitors may find by themselves: published, cancelled or archived, and not unlisted. */
export async function listPublishedEvents(now: Temporal.Instant): Promise<PublishedEvents> {
  const rows = await database().event.findMany({
    where: { ...isPublic, unlisted: false },
    select: listingColumns,
    orderBy: [{ startsOn: "desc" }, { slug: "asc" }],
  });
  const events = rows.map((row) => listing(row, now));
  return {
    upcoming: events.filter((event) => !event.isOver).toReversed(),
    past: bySeries(events.filter((event) => event.isOver)),
  };
}

function bySeries(events: readonly EventListing[]): PastEditions[] {
  const groups = new Map<string | undefined, EventListing[]>();
  for (const event of events) groups.set(event.series?.slug, [...(groups.get(event.series?.slug) ?? []), event]);
  const past = [...groups.values()].map((group) => ({ series: group[0]?.series ?? null, events: group }));
  return [...past.filter((group) => group.series), ...past.filter((group) => !group.series)];
}
