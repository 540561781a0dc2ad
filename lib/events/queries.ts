import { Temporal } from "temporal-polyfill";
import { buildCalendar } from "@/lib/core/calendar";
import { fromTimestamp } from "@/lib/core/clock";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { type Locale, type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { isSlug } from "@/lib/core/slug";
import { localePath } from "@/lib/i18n/paths";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/lib/platform/generated/client";
import { dayEntries } from "./rules/day-entries";
import { type PlacesLeft, placesLeft } from "./rules/places-left";
import { type RegistrationWindow, registrationWindow } from "./rules/registration-window";

/** What a list of events says about one. Local dates are read in `timeZone`. */
export type EventListing = {
  readonly slug: string;
  readonly status: "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  readonly title: Localised;
  readonly summary: Localised;
  readonly organiser: string;
  readonly timeZone: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly isInvitationOnly: boolean;
  readonly accent: string | null;
  readonly venue: { readonly name: string; readonly city: string } | null;
  readonly series: { readonly slug: string; readonly name: Localised } | null;
  readonly window: RegistrationWindow;
  readonly places: PlacesLeft;
  readonly isOver: boolean;
};

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

const isPublic = { status: { in: ["PUBLISHED", "CANCELLED", "ARCHIVED"] } } satisfies Prisma.EventWhereInput;
const eventQuota = {
  where: { categoryId: null, dayId: null, sessionId: null, voucherId: null },
  select: { capacity: true, used: true },
};

const listingColumns = {
  slug: true,
  status: true,
  access: true,
  availability: true,
  title: true,
  summary: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  registrationOpensOn: true,
  lastRegistrationDay: true,
  accent: true,
  organisation: { select: { name: true } },
  venue: { select: { name: true, city: true } },
  series: { select: { slug: true, name: true } },
  quotas: eventQuota,
} satisfies Prisma.EventSelect;

type ListingRow = Prisma.EventGetPayload<{ select: typeof listingColumns }>;

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

function listing(row: ListingRow, now: Temporal.Instant): EventListing {
  const dates = {
    startsOn: fromDateColumn(row.startsOn),
    endsOn: fromDateColumn(row.endsOn),
    lastRegistrationDay: fromDateColumn(row.lastRegistrationDay),
  };
  const registrationOpensOn = row.registrationOpensOn && fromDateColumn(row.registrationOpensOn);
  const { slug, timeZone, accent, venue } = row;
  return {
    slug,
    timeZone,
    accent,
    venue,
    ...dates,
    status: row.status as EventListing["status"],
    title: localised(row.title),
    summary: localised(row.summary),
    organiser: row.organisation.name,
    isInvitationOnly: row.access === "INVITATION_ONLY",
    series: row.series && { slug: row.series.slug, name: localised(row.series.name) },
    window: registrationWindow({ status: row.status, timeZone, registrationOpensOn, ...dates }, now),
    places: placesLeft(row.quotas[0] ?? null, row.availability),
    isOver: Temporal.Instant.compare(endOfDay(dates.endsOn, timeZone), now) <= 0,
  };
}

function bySeries(events: readonly EventListing[]): PastEditions[] {
  const groups = new Map<string | undefined, EventListing[]>();
  for (const event of events) groups.set(event.series?.slug, [...(groups.get(event.series?.slug) ?? []), event]);
  const past = [...groups.values()].map((group) => ({ series: group[0]?.series ?? null, events: group }));
  return [...past.filter((group) => group.series), ...past.filter((group) => !group.series)];
}

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
  if (!row) return null;
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
    otherEditions: (row.series?.events ?? []).filter((edition) => edition.slug !== slug).map(edition),
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

/** An event as a calendar file, an entry for each day. Null for what visitors may not see and for an event without days. */
export async function findEventCalendar(slug: string, locale: Locale, now: Temporal.Instant): Promise<string | null> {
  const event = await findPublishedEvent(slug, now);
  if (!event || event.days.length === 0) return null;
  const isCancelled = event.status === "CANCELLED";
  const facts = {
    ...event,
    isCancelled,
    // A cancellation raises the sequence as well, so that entries kept since before go.
    sequence: event.calendarSequence + (isCancelled ? 1 : 0),
    page: env().APP_URL + localePath(locale, `/events/${slug}`),
  };
  const entries = dayEntries(facts, locale, env().APP_URL, now);
  return buildCalendar({ method: "PUBLISH", entries, name: event.title[locale] });
}
