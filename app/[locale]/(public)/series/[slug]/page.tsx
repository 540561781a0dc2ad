import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import type { EventListing } from "@/lib/events/queries/event-listing";
import { findPublishedSeries } from "@/lib/events/queries/published-series";
import { formatDateRange } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";

type Props = PageProps<"/[locale]/series/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const series = await findPublishedSeries(slug, currentInstant());
  return series ? { title: series.name[localeOf(locale)] } : {};
}

/** A recurring conference with its editions, the coming ones first. */
export default async function SeriesPage({ params }: Props) {
  const { locale: code, slug } = await params;
  const locale = localeOf(code);
  const series = await findPublishedSeries(slug, currentInstant());
  if (!series) notFound();
  const t = translator(locale, "states");
  return (
    <main id="main" className="page">
      <p className="page-above">{t("seriesBy", { organiser: series.organiser })}</p>
      <h1>{series.name[locale]}</h1>
      {series.description && <p className="page-lead">{series.description[locale]}</p>}
      <h2>{t("upcomingEditions")}</h2>
      {series.upcoming.length > 0 ? <Editions events={series.upcoming} locale={locale} /> : <p>{t("noUpcoming")}</p>}
      {series.past.length > 0 && (
        <>
          <h2>{t("pastEditions")}</h2>
          <Editions events={series.past} locale={locale} />
        </>
      )}
    </main>
  );
}

function Editions({ events, locale }: { events: readonly EventListing[]; locale: Locale }) {
  const cancelled = translator(locale, "register")("cancelled");
  return (
    <ul className="editions">
      {events.map((event) => (
        <li key={event.slug}>
          <span className="edition-date">{formatDateRange(event.startsOn, event.endsOn, locale)}</span>
          <span>
            <a href={localePath(locale, `/events/${event.slug}`)}>{event.title[locale]}</a>
            <span className="choice-detail">
              {[event.venue?.city, event.status === "CANCELLED" && cancelled].filter(Boolean).join(". ")}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
