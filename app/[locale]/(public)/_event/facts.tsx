import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import type { PublishedEvent } from "@/lib/events/queries/published-event";
import { formatDateRange, formatLongDate, formatMoney, formatTime, formatWeekday } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { OpenCategory } from "@/lib/ticketing/queries/open-categories";
import { statusLine } from "./status-line";
import { StatusText } from "./status-text";

type Props = {
  readonly event: PublishedEvent;
  readonly categories: readonly OpenCategory[];
  readonly locale: Locale;
  readonly now: Temporal.Instant;
};

/** When, where, what it costs, until when, and the one button. */
export function Facts({ event, categories, locale, now }: Props) {
  const t = translator(locale, "event");
  const status = statusLine(event, locale, now, { lastDayStandsBeside: true });
  const isComing = event.window.state !== "cancelled" && event.window.state !== "over";
  const path = localePath(locale, `/events/${event.slug}`);
  const prices = new Map(categories.map((category) => [category.key, category]));
  return (
    <aside className="event-facts" aria-label={t("when")}>
      <dl>
        <dt>{t("when")}</dt>
        <dd>
          {formatDateRange(event.startsOn, event.endsOn, locale)}
          {event.days.map((day) => (
            <span key={day.date.toString()} className="fact-detail">
              {event.days.length > 1 && `${formatWeekday(day.date, locale)} `}
              {formatTime(day.opensAt, event.timeZone, locale)}–{formatTime(day.closesAt, event.timeZone, locale)}
            </span>
          ))}
        </dd>
        {event.venue && (
          <>
            <dt>{t("where")}</dt>
            <dd>
              {event.venue.name}
              <span className="fact-detail">{[event.venue.street, event.venue.city].filter(Boolean).join(", ")}</span>
            </dd>
          </>
        )}
        {prices.size > 0 && (
          <>
            <dt>{t("price")}</dt>
            <dd>
              {[...prices.values()].map((category) => (
                <span key={category.key} className="fact-price">
                  <span>{category.name[locale]}</span>
                  <span>
                    {category.priceWithVat.minor === 0
                      ? t("free")
                      : t("withVat", { price: formatMoney(category.priceWithVat, locale) })}
                  </span>
                </span>
              ))}
            </dd>
          </>
        )}
        {isComing && (
          <>
            <dt>{t("deadline")}</dt>
            <dd>{formatLongDate(event.lastRegistrationDay, locale)}</dd>
          </>
        )}
      </dl>
      <StatusText status={status} />
      <WhatNow event={event} locale={locale} path={path} />
      {isComing && (
        <p>
          <a href={`${path}/event.ics`}>{t("calendar")}</a>
        </p>
      )}
    </aside>
  );
}

/** The button, or what one can do instead. */
function WhatNow({
  event,
  locale,
  path,
}: {
  readonly event: PublishedEvent;
  readonly locale: Locale;
  readonly path: string;
}) {
  const t = translator(locale, "event");
  const { state } = event.window;
  const ask = <a href={`mailto:${event.contact.email}`}>{t("ask", { name: event.contact.name })}</a>;
  const said = (words: string) => (
    <p>
      {words} {ask}
    </p>
  );
  if (state === "cancelled") return said(t("cancelledLong"));
  if (state === "closed") return said(t("closedLong"));
  if (state !== "open") return null;
  if (event.isInvitationOnly) return said(t("invitationHow"));
  const isFull = event.places.kind === "full";
  if (isFull && !event.hasWaitingList) return said(t("fullLong"));
  return (
    <>
      {isFull && <p>{t("fullLine")}</p>}
      <p>
        <a className="action" href={`${path}/register`}>
          {t(isFull ? "joinLine" : "register")}
        </a>
      </p>
    </>
  );
}
