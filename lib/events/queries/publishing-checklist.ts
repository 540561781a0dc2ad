import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { localised, localisedOrNull } from "@/lib/core/localised";
import { database, type Transaction } from "@/lib/platform/db";
import { type ChecklistItem, publishingChecklist } from "../rules/publishing-checklist";

/** The checklist of an event as it is stored. Throws when the event is gone. */
export async function getChecklist(
  { eventId }: Pick<EventScope, "eventId">,
  now: Temporal.Instant,
  db: Transaction = database(),
): Promise<readonly ChecklistItem[]> {
  const row = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...{ title: true, summary: true, description: true, practicalities: true, pageOwner: true, timeZone: true },
      ...{ startsOn: true, lastRegistrationDay: true, access: true },
      venue: { select: { accessibility: true } },
      categories: { select: { name: true, hidden: true } },
      quotas: {
        where: { categoryId: null, dayId: null, sessionId: null, voucherId: null },
        select: { capacity: true },
      },
    },
  });
  return publishingChecklist(
    {
      title: localised(row.title),
      summary: localised(row.summary),
      description: localisedOrNull(row.description),
      practicalities: localisedOrNull(row.practicalities),
      hasVenue: row.venue !== null,
      venueAccessibility: localisedOrNull(row.venue?.accessibility),
      pageOwner: row.pageOwner,
      startsOn: fromDateColumn(row.startsOn),
      lastRegistrationDay: fromDateColumn(row.lastRegistrationDay),
      categories: row.categories.map(({ name, hidden }) => ({ name: localised(name), hidden })),
      isInvitationOnly: row.access === "INVITATION_ONLY",
      capacity: row.quotas[0]?.capacity ?? null,
    },
    localDate(now, row.timeZone),
  );
}

/** The checklist while an event is a draft; null once it has been published. */
export async function getDraftChecklist(
  { eventId }: Pick<EventScope, "eventId">,
  now: Temporal.Instant,
): Promise<readonly ChecklistItem[] | null> {
  const { status } = await database().event.findUniqueOrThrow({ where: { id: eventId }, select: { status: true } });
  return status === "DRAFT" ? getChecklist({ eventId }, now) : null;
}
