import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { isSlug } from "@/lib/core/slug";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { type PlacesLeft, placesLeft } from "../rules/places-left";
import { type EventListing, isPublic, listing, listingColumns } from "./event-listing";

/** Everything the event page says about the event itself; its programme and categories are read by their own domains. */
export type PublishedEvent = EventListing & {
  readonly id: string;
  readonly isUnlisted: boolean;
  readonly availability: "EXACT" | "FEW" | "HIDDEN";
  /** Markdown. */
  readonly description: Localised | null;
  /** Markdown. */
  readonly practicalities: Localised | null;
  readonly targetGroup: Localised | null;
  readonly registrationOpensOn: Temporal.PlainDate | null;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null };
  /** "Sidansvarig". */
  readonly pageOwner: string | null;
  readonly calendarSequence: number;
  readonly days: readonly {
    readonly id: string;
    readonly date: Temporal.PlainDate;
    readonly title: Localised | null;
    readonly opensAt: Temporal.Instant;
    readonly closesAt: Temporal.Instant;
    readonly places: PlacesLeft;
  }[];
  readonly venue: {
    readonly name: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string;
    readonly country: string;
    readonly travel: Localised | null;
    readonly accessibility: Localised | null;
  } | null;
  readonly coOrganisers: readonly {
    readonly name: string;
    readonly kind: "CO_ORGANISER" | "PARTNER" | "EXHIBITOR";
  }[];
  /** Other listed editions of the series, latest first. */
  readonly otherEditions: readonly {
    readonly slug: string;
    readonly title: Localised;
    readonly startsOn: Temporal.PlainDate;
    readonly endsOn: Temporal.PlainDate;
  }[];
};

const otherEditions = {
  where: { ...isPublic, unlisted: false },
  select: { slug: true, title: true, startsOn: true, endsOn: true },
  orderBy: { startsOn: "desc" },
} satisfies Prisma.Series$eventsArgs;

const eventColumns = {
  ...listingColumns,
  id: true,
  unlisted: true,
  description: true,
  practicalities: true,
  targetGroup: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  pageOwner: true,
  calendarSequence: true,
  venue: {
    select: {
      name: true,
      street: true,
      postalCode: true,
      city: true,
      country: true,
      travel: true,
      accessibility: true,
    },
  },
  series: { select: { slug: true, name: true, events: otherEditions } },
  coOrganisers: {
    select: { kind: true, organisation: { select: { name: true } } },
    orderBy: [{ position: "asc" }, { organisationId: "asc" }],
  },
  days: {
    select: {
      id: true,
      date: true,
      title: true,
      opensAt: true,
      closesAt: true,
      quota: { select: { capacity: true, used: true } },
    },
    orderBy: { date: "asc" },
  },
} satisfies Prisma.EventSelect;

/** The event at an address, unlisted ones included. A draft is not found. */
export async function findPublishedEvent(slug: string, now: Temporal.Instant): Promise<PublishedEvent | null> {
  if (!isSlug(slug)) return null;
  const row = await database().event.findFirst({ where: { slug, ...isPublic }, select: eventColumns });
  return row && asShown(row, now);
}

/** The event as visitors will see it, for those who work with it: a draft as if it were published. Throws when it is gone. */
export async function getEventPreview(
  { eventId }: Pick<EventScope, "eventId">,
  now: Temporal.Instant,
): Promise<PublishedEvent> {
  const row = await database().event.findUniqueOrThrow({ where: { id: eventId }, select: eventColumns });
  return asShown(row.status === "DRAFT" ? { ...row, status: "PUBLISHED" } : row, now);
}

function asShown(row: Prisma.EventGetPayload<{ select: typeof eventColumns }>, now: Temporal.Instant): PublishedEvent {
  const { id, availability, venue, pageOwner, calendarSequence } = row;
  return {
    ...listing(row, now),
    id,
    availability,
    pageOwner,
    calendarSequence,
    isUnlisted: row.unlisted,
    description: localisedOrNull(row.description),
    practicalities: localisedOrNull(row.practicalities),
    targetGroup: localisedOrNull(row.targetGroup),
    registrationOpensOn: row.registrationOpensOn && fromDateColumn(row.registrationOpensOn),
    contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    days: row.days.map((day) => ({
      id: day.id,
      date: fromDateColumn(day.date),
      title: localisedOrNull(day.title),
      opensAt: fromTimestamp(day.opensAt),
      closesAt: fromTimestamp(day.closesAt),
      places: placesLeft(day.quota, availability),
    })),
    venue: venue && {
      ...venue,
      travel: localisedOrNull(venue.travel),
      accessibility: localisedOrNull(venue.accessibility),
    },
    coOrganisers: row.coOrganisers.map(({ kind, organisation }) => ({ kind, name: organisation.name })),
    otherEditions: (row.series?.events ?? []).filter((edition) => edition.slug !== row.slug).map(edition),
  };
}

function edition(row: { slug: string; title: unknown; startsOn: Date; endsOn: Date }) {
  return {
    slug: row.slug,
    title: localised(row.title),
    startsOn: fromDateColumn(row.startsOn),
    endsOn: fromDateColumn(row.endsOn),
  };
}
