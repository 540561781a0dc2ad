import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { HandedOutFile } from "@/lib/platform/file-columns";
import { publicDay } from "../rules/public-day";
import { materialsWithinReach } from "./within-reach";

/** A material as the organiser sees it. */
export type EventMaterial = {
  readonly id: string;
  readonly title: Localised;
  readonly session: Localised | null;
  readonly speaker: string | null;
  readonly link: string | null;
  readonly file: { readonly name: string; readonly size: number } | null;
  readonly uploadedAt: Temporal.Instant;
  readonly consent: boolean;
  readonly isPublished: boolean;
  /** From when everybody may have it, once it is published. */
  readonly publicFrom: Temporal.PlainDate;
};

/** What has been handed in at an event, within the reader's reach: the event's own first, then by session and name. */
export async function listEventMaterials(scope: EventScope): Promise<readonly EventMaterial[]> {
  const rows = await database().material.findMany({
    where: materialsWithinReach(scope),
    select: {
      ...{ id: true, title: true, link: true, uploadedAt: true, consent: true, publishedAt: true, publicOn: true },
      session: { select: { title: true } },
      speaker: { select: { name: true } },
      file: { select: { name: true, size: true } },
      event: { select: { endsOn: true } },
    },
    orderBy: [{ session: { startsAt: "asc" } }, { uploadedAt: "asc" }, { id: "asc" }],
  });
  const whole = rows.filter(({ session }) => !session);
  return [...whole, ...rows.filter(({ session }) => session)].map(({ event, publicOn, publishedAt, ...row }) => ({
    ...{ id: row.id, link: row.link, file: row.file, consent: row.consent, isPublished: publishedAt !== null },
    title: localised(row.title),
    session: row.session && localised(row.session.title),
    speaker: row.speaker?.name ?? null,
    uploadedAt: fromTimestamp(row.uploadedAt),
    publicFrom: publicDay(publicOn && fromDateColumn(publicOn), { endsOn: fromDateColumn(event.endsOn) }),
  }));
}

/** The file of a material within the reader's reach, published or not; null for any other. */
export async function findEventMaterialFile(scope: EventScope, id: string): Promise<HandedOutFile | null> {
  if (!isUuid(id)) return null;
  return database().storedFile.findFirst({
    where: { eventId: scope.eventId, material: { is: { ...materialsWithinReach(scope), id } } },
    select: { name: true, mediaType: true, content: true },
  });
}
