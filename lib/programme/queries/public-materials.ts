import type { Temporal } from "temporal-polyfill";
import { isUuid } from "@/lib/core/ids";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { HandedOutFile } from "@/lib/platform/file-columns";
import { isPublic } from "../rules/public-day";

/** A material as everybody sees it. */
export type PublicMaterial = {
  readonly id: string;
  readonly title: Localised;
  /** Whose slides. */
  readonly speaker: string | null;
  readonly session: { readonly id: string; readonly title: Localised } | null;
  /** "https://…" instead of a file. */
  readonly link: string | null;
  /** Name and bytes. */
  readonly file: { readonly name: string; readonly size: number } | null;
};

type Event = { readonly id: string; readonly endsOn: Temporal.PlainDate; readonly timeZone: string };

/** What an event has handed out so far, chosen for it one by one: the event's own first, then by session in order of time. */
export async function listPublicMaterials(event: Event, now: Temporal.Instant): Promise<readonly PublicMaterial[]> {
  const rows = await database().material.findMany({
    where: { eventId: event.id, publishedAt: { not: null } },
    select: {
      ...{ id: true, title: true, link: true, publicOn: true },
      speaker: { select: { name: true } },
      session: { select: { id: true, title: true, startsAt: true } },
      file: { select: { name: true, size: true } },
    },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  return rows
    .toSorted((a, b) => startOf(a) - startOf(b))
    .filter(({ publicOn }) => isPublic(publicOn && fromDateColumn(publicOn), event, now))
    .map(({ id, title, link, speaker, session, file }) => ({
      ...{ id, link, file },
      title: localised(title),
      speaker: speaker?.name ?? null,
      session: session && { id: session.id, title: localised(session.title) },
    }));
}

function startOf({ session }: { readonly session: { readonly startsAt: Date } | null }): number {
  return session?.startsAt.getTime() ?? 0;
}

/** The file of a material that everybody may have by now; null for any other. */
export async function findPublicMaterialFile(
  event: Event,
  id: string,
  now: Temporal.Instant,
): Promise<HandedOutFile | null> {
  if (!isUuid(id)) return null;
  const material = await database().material.findFirst({
    where: { id, eventId: event.id, publishedAt: { not: null } },
    select: { publicOn: true, file: { select: { name: true, mediaType: true, content: true } } },
  });
  if (!material || !isPublic(material.publicOn && fromDateColumn(material.publicOn), event, now)) return null;
  return material.file;
}
