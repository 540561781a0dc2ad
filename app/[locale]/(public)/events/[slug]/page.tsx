import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentInstant } from "@/lib/core/clock";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listProgramme } from "@/lib/programme/queries/programme";
import { listOpenCategories } from "@/lib/ticketing/queries/open-categories";
import { accentStyle } from "../../_event/accent";
import { DateBlock } from "../../_event/date-block";
import { Facts } from "../../_event/facts";
import { Organisers, Speakers } from "../../_event/people";
import { ProgrammeSection } from "../../_event/programme";
import { Prose } from "../../_event/prose";

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
  const [programme, categories] = await Promise.all([listProgramme(event), listOpenCategories(event, now)]);
  const t = translator(locale, "event");
  return (
    <main id="main" className="event" style={accentStyle(event.accent)}>
      <div className="event-head">
        <DateBlock from={event.startsOn} to={event.endsOn} locale={locale} />
        <div>
          {event.series && (
            <p className="label">
              <a href={localePath(locale, `/series/${event.series.slug}`)}>{event.series.name[locale]}</a>
            </p>
          )}
          <h1>{event.title[locale]}</h1>
          <p className="event-summary">{event.summary[locale]}</p>
        </div>
      </div>
      <div className="event-body">
        <Facts event={event} categories={categories} locale={locale} now={now} />
        <div className="event-text">
          {event.description && (
            <section className="event-part" aria-labelledby="about">
              <h2 id="about">{t("about")}</h2>
              <Prose under={2}>{event.description[locale]}</Prose>
            </section>
          )}
          {event.targetGroup && (
            <section className="event-part" aria-labelledby="for-whom">
              <h2 id="for-whom">{t("forWhom")}</h2>
              <p>{event.targetGroup[locale]}</p>
            </section>
          )}
          <ProgrammeSection programme={programme} timeZone={event.timeZone} locale={locale} />
          <Speakers programme={programme} locale={locale} />
          {(event.practicalities || event.venue?.travel || event.venue?.accessibility) && (
            <section className="event-part" aria-labelledby="practical">
              <h2 id="practical">{t("practical")}</h2>
              {event.practicalities && <Prose under={2}>{event.practicalities[locale]}</Prose>}
              {event.venue?.travel && (
                <>
                  <h3>{t("travel")}</h3>
                  <Prose under={3}>{event.venue.travel[locale]}</Prose>
                </>
              )}
              {event.venue?.accessibility && (
                <>
                  <h3>{t("access")}</h3>
                  <Prose under={3}>{event.venue.accessibility[locale]}</Prose>
                </>
              )}
            </section>
          )}
          <Organisers event={event} locale={locale} />
        </div>
      </div>
    </main>
  );
}
