import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentInstant } from "@/lib/core/clock";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { localeOf } from "@/lib/i18n/paths";
import { listProgramme } from "@/lib/programme/queries/programme";
import { listPublicMaterials } from "@/lib/programme/queries/public-materials";
import { listOpenCategories } from "@/lib/ticketing/queries/open-categories";
import { EventView } from "../../_event/event-view";

type Props = PageProps<"/[locale]/events/[slug]">;

/** Title and page are drawn from one read, as of one moment. */
const shown = cache(async (slug: string) => {
  const now = currentInstant();
  return { now, event: await findPublishedEvent(slug, now) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale: segment } = await params;
  const locale = localeOf(segment);
  const { event } = await shown(slug);
  if (!event) return {};
  return {
    title: event.title[locale],
    description: event.summary[locale],
    ...(event.isUnlisted && { robots: { index: false } }),
  };
}

/** One conference: what, when, where, until when, and one button; then the programme and all the rest. */
export default async function EventPage({ params }: Props) {
  const { slug, locale: segment } = await params;
  const locale = localeOf(segment);
  const { event, now } = await shown(slug);
  if (!event) notFound();
  const [programme, categories, materials] = await Promise.all([
    listProgramme(event),
    listOpenCategories(event, now),
    listPublicMaterials(event, now),
  ]);
  return <EventView {...{ event, programme, categories, materials, locale, now }} />;
}
