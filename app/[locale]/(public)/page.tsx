import type { Metadata } from "next";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import type { EventListing } from "@/lib/events/queries/event-listing";
import { listPublishedEvents } from "@/lib/events/queries/published-events";
import { formatDateRange } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { accentStyle } from "./_event/accent";
import { comingOrder } from "./_event/coming-order";
import { DateBlock } from "./_event/date-block";
import { type StatusLine, statusLine } from "./_event/status-line";
import { StatusText } from "./_event/status-text";

type Props = PageProps<"/[locale]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "event");
  return { title: t("listTitle"), description: t("listLead") };
}

/** All conferences: the coming ones with their dates large, those one can register for first, the past ones under their series. */
export default async function StartPage({ params }: Props) {
  const locale = localeOf((await params).locale);
  const now = currentInstant();
  const { upcoming, past } = await listPublishedEvents(now);
  const t = translator(locale, "event");
  return (
    <main id="main" className="start">
      <h1>{t("listTitle")}</h1>
      <p className="start-lead">{upcoming.length > 0 ? t("listLead") : t("noEvents")}</p>
      <ul className="coming">
        {comingOrder(upcoming).map((event) => (
          <Coming key={event.slug} event={event} locale={locale} status={statusLine(event, locale, now)} />
        ))}
      </ul>
      {past.length > 0 && <h2>{t("pastTitle")}</h2>}
      <div className="gone">
        {past.map(({ series, events }) => (
          <section key={series?.slug ?? ""}>
            <h3>
              {series ? (
                <a href={localePath(locale, `/series/${series.slug}`)}>{series.name[locale]}</a>
              ) : (
                t("withoutSeries")
              )}
            </h3>
            <ul className="plain-list">
              {events.map((event) => (
                <li key={event.slug}>
                  <span className="quiet">{formatDateRange(event.startsOn, event.endsOn, locale)}</span>
                  <br />
                  <a href={localePath(locale, `/events/${event.slug}`)}>{event.title[locale]}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}

type ComingProps = {
  readonly event: EventListing;
  readonly locale: Locale;
  readonly status: StatusLine;
};

function Coming({ event, locale, status }: ComingProps) {
  return (
    <li style={accentStyle(event.accent)}>
      <DateBlock from={event.startsOn} to={event.endsOn} locale={locale} />
      <div>
        <p className="label">{[event.venue?.city, event.organiser].filter(Boolean).join(" · ")}</p>
        <h2>
          <a href={localePath(locale, `/events/${event.slug}`)}>{event.title[locale]}</a>
        </h2>
        <p>{event.summary[locale]}</p>
        <StatusText status={status} />
      </div>
    </li>
  );
}
