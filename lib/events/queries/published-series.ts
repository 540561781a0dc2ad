import type { Temporal } from "temporal-polyfill";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { isSlug } from "@/lib/core/slug";
import { database } from "@/lib/platform/db";
import { type EventListing, isPublic, listing, listingColumns } from "./event-listing";

export type PublishedSeries = {
  readonly slug: string;
  readonly name: Localised;
  readonly description: Localised | null;
  readonly organiser: string;
  readonly upcoming: readonly EventListing[];
  readonly past: readonly EventListing[];
};

/** A series with its listed editions, or null when there is none, or none that visitors may find. */
export async function findPublishedSeries(slug: string, now: Temporal.Instant): Promise<PublishedSeries | null> {
  if (!isSlug(slug)) return null;
  const row = await database().series.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      description: true,
      organisation: { select: { name: true } },
      events: { where: { ...isPublic, unlisted: false }, select: listingColumns, orderBy: { startsOn: "desc" } },
    },
  });
  if (!row || row.events.length === 0) return null;
  const events = row.events.map((event) => listing(event, now));
  return {
    slug: row.slug,
    name: localised(row.name),
    description: localisedOrNull(row.description),
    organiser: row.organisation.name,
    upcoming: events.filter((event) => !event.isOver).toReversed(),
    past: events.filter((event) => event.isOver),
  };
}
