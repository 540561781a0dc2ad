import { Temporal } from "temporal-polyfill";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import type { Prisma } from "@/lib/platform/generated/client";
import { isInvitedOnly } from "../rules/invited-only";
import { type PlacesLeft, placesLeft } from "../rules/places-left";
import { type RegistrationWindow, registrationWindow } from "../rules/registration-window";

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
  /** The day on which it opens to everybody, while only the invited may register; null otherwise. */
  readonly openToAllOn: Temporal.PlainDate | null;
  /** Whoever finds it full may wait for a place. */
  readonly hasWaitingList: boolean;
  readonly accent: string | null;
  readonly venue: { readonly name: string; readonly city: string } | null;
  readonly series: { readonly slug: string; readonly name: Localised } | null;
  readonly window: RegistrationWindow;
  readonly places: PlacesLeft;
  readonly isOver: boolean;
};

/** Which events anybody may see who knows the address. */
export const isPublic = { status: { in: ["PUBLISHED", "CANCELLED", "ARCHIVED"] } } satisfies Prisma.EventWhereInput;
const eventQuota = {
  where: { categoryId: null, dayId: null, sessionId: null, voucherId: null },
  select: { capacity: true, used: true },
};

/** The columns that `listing` reads. */
export const listingColumns = {
  slug: true,
  status: true,
  access: true,
  openToAllOn: true,
  waitingList: true,
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

/** A row as a list says it. */
export function listing(row: ListingRow, now: Temporal.Instant): EventListing {
  const dates = {
    startsOn: fromDateColumn(row.startsOn),
    endsOn: fromDateColumn(row.endsOn),
    lastRegistrationDay: fromDateColumn(row.lastRegistrationDay),
  };
  const registrationOpensOn = row.registrationOpensOn && fromDateColumn(row.registrationOpensOn);
  const { slug, timeZone, accent, venue, access } = row;
  const openToAllOn = row.openToAllOn && fromDateColumn(row.openToAllOn);
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
    hasWaitingList: row.waitingList,
    isInvitationOnly: access === "INVITATION_ONLY",
    openToAllOn:
      access === "INVITED_FIRST" && isInvitedOnly({ access, openToAllOn, timeZone }, now) ? openToAllOn : null,
    series: row.series && { slug: row.series.slug, name: localised(row.series.name) },
    window: registrationWindow({ status: row.status, timeZone, registrationOpensOn, ...dates }, now),
    places: placesLeft(row.quotas[0] ?? null, row.availability),
    isOver: Temporal.Instant.compare(endOfDay(dates.endsOn, timeZone), now) <= 0,
  };
}
