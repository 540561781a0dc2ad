import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { buildCalendar } from "@/lib/core/calendar";
import { toTimestamp } from "@/lib/core/clock";
import { parseEmailAddress } from "@/lib/core/email-address";
import type { Locale } from "@/lib/core/localised";
import { claimedId, isSigned, signId } from "@/lib/core/signed-id";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { findMyEntries } from "./my-calendar";

/** How long what is over stays in the feed, and how much is in it at most. */
const KEPT_DAYS = 365;
const MOST = 50;

// The address is signed along, so that a feed dies when the place is handed on or the person erased.
const purpose = (emailNormalised: string) => `calendar-feed:${emailNormalised}`;

/** Where a person's calendar program can look for all they are registered for: an address that holds a secret of theirs. */
export function calendarFeedPath(registrationId: string, email: string): string {
  const normalised = parseEmailAddress(email)?.normalised ?? email;
  return `/calendar/${signId(registrationId, purpose(normalised), env().AUTH_SECRET)}`;
}

/**
 * One person's feed: every registration of theirs with one organisation, the entries that their mails carry, under the same UIDs.
 * Cancelled ones stay in it as called off, so that calendars drop them. Null for an address that is none of ours.
 */
export async function findCalendarFeed(token: string, locale: Locale, now: Temporal.Instant): Promise<string | null> {
  const id = claimedId(token);
  const registration = id && (await findOwner(id));
  if (!registration || !isSigned(token, purpose(registration.emailNormalised), env().AUTH_SECRET)) return null;
  const { emailNormalised, event } = registration;
  const since = toTimestamp(now.subtract({ hours: 24 * KEPT_DAYS }));
  const rows = await database().registration.findMany({
    where: {
      emailNormalised,
      state: { in: ["CONFIRMED", "CANCELLED", "SUBSTITUTED"] },
      event: { organisationId: event.organisationId, endsOn: { gte: since } },
    },
    orderBy: [{ event: { startsOn: "desc" } }, { id: "desc" }],
    take: MOST,
    select: { id: true, eventId: true },
  });
  const scopes = rows.map((row) => ({ registrationId: row.id, eventId: row.eventId }) as RegistrationScope);
  const mine = await Promise.all(scopes.map((scope) => findMyEntries(scope, locale, now)));
  const entries = mine.flatMap((each) => each?.entries ?? []);
  return entries.length === 0 ? null : buildCalendar({ method: "PUBLISH", entries, name: event.organisation.name });
}

function findOwner(id: string) {
  return database().registration.findUnique({
    where: { id },
    select: {
      emailNormalised: true,
      event: { select: { organisationId: true, organisation: { select: { name: true } } } },
    },
  });
}
