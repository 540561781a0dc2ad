import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { ownEnglish } from "@/lib/core/written";
import { database, type Transaction } from "@/lib/platform/db";
import { sectionMark } from "../rules/section";
import { type DeadlineMeaning, deadlineMeaning, storedSteps } from "../rules/venue-steps";

/** What every page of the editor says about the event it edits. */
export type EditedEvent = {
  readonly slug: string;
  readonly title: Localised;
  readonly status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  /** Once its address has been public it stays. */
  readonly hasFixedSlug: boolean;
  readonly organisation: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly deadline: DeadlineMeaning;
};

/** The heading of the editor. Throws when the event is gone. */
export async function getEditedEvent({ eventId }: Pick<EventScope, "eventId">): Promise<EditedEvent> {
  const row = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...{ slug: true, title: true, status: true, publishedAt: true, startsOn: true, endsOn: true },
      ...{ lastRegistrationDay: true, venueSteps: true, organisation: { select: { name: true } } },
    },
  });
  const startsOn = fromDateColumn(row.startsOn);
  return {
    slug: row.slug,
    title: localised(row.title),
    status: row.status,
    hasFixedSlug: row.publishedAt !== null,
    organisation: row.organisation.name,
    startsOn,
    endsOn: fromDateColumn(row.endsOn),
    deadline: deadlineMeaning(fromDateColumn(row.lastRegistrationDay), startsOn, storedSteps(row.venueSteps)),
  };
}

/** The basics of an event as the fields of their form. */
export async function readBasics(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  const row = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...{ title: true, summary: true, slug: true, seriesId: true, unlisted: true, accent: true },
      ...{ contactName: true, contactEmail: true, contactPhone: true, pageOwner: true },
    },
  });
  const title = localised(row.title);
  const summary = localised(row.summary);
  return {
    ...{ titleSv: title.sv, titleEn: ownEnglish(title), summarySv: summary.sv, summaryEn: ownEnglish(summary) },
    ...{ slug: row.slug, series: row.seriesId ?? "", unlisted: row.unlisted ? "on" : "" },
    ...{ contactName: row.contactName, contactEmail: row.contactEmail, contactPhone: row.contactPhone ?? "" },
    ...{ pageOwner: row.pageOwner ?? "", accent: row.accent ?? "" },
  };
}

/** The basics with their mark, and the series that the event could belong to. */
export async function getEventBasics({ eventId, organisationId }: EventScope) {
  const [fields, series] = await Promise.all([
    readBasics(eventId),
    database().series.findMany({
      where: { organisationId },
      select: { id: true, name: true },
      orderBy: { slug: "asc" },
    }),
  ]);
  return {
    fields,
    mark: sectionMark(fields),
    series: series.map(({ id, name }) => ({ id, name: localised(name) })),
  };
}

/** The texts of an event's page as the fields of their form. */
export async function readTexts(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  const row = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { description: true, practicalities: true, targetGroup: true },
  });
  const both = (name: string, column: unknown) => {
    const text = localisedOrNull(column);
    return { [`${name}Sv`]: text?.sv ?? "", [`${name}En`]: ownEnglish(text) };
  };
  return {
    ...both("description", row.description),
    ...both("practicalities", row.practicalities),
    ...both("targetGroup", row.targetGroup),
  };
}

/** The texts with their mark. */
export async function getEventTexts({ eventId }: EventScope) {
  const fields = await readTexts(eventId);
  return { fields, mark: sectionMark(fields) };
}
