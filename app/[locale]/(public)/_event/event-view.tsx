import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import type { PublishedEvent } from "@/lib/events/queries/published-event";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Programme } from "@/lib/programme/queries/programme";
import type { PublicMaterial } from "@/lib/programme/queries/public-materials";
import type { OpenCategory } from "@/lib/ticketing/queries/open-categories";
import { accentStyle } from "./accent";
import { DateBlock } from "./date-block";
import { Facts } from "./facts";
import { Materials } from "./materials";
import { Organisers, Speakers } from "./people";
import { ProgrammeSection } from "./programme";
import { Prose } from "./prose";

type Props = {
  readonly event: PublishedEvent;
  readonly programme: Programme;
  readonly categories: readonly OpenCategory[];
  readonly materials: readonly PublicMaterial[];
  readonly locale: Locale;
  readonly now: Temporal.Instant;
};

/** One conference as visitors see it: what, when, where, until when, and one button; then the programme and all the rest. */
export function EventView({ event, programme, categories, materials, locale, now }: Props) {
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
          {/* Once they are there, they are what one comes for. */}
          <Materials materials={materials} slug={event.slug} locale={locale} />
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
