import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import type { PublishedEvent } from "@/lib/events/queries/published-event";
import { formatDate, formatDateRange, formatLongDate, formatMoney, formatTime, formatWeekday } from "@/lib/i18n/format";
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
        {categories.length > 0 && (
          <>
            <dt>{t("price")}</dt>
            <dd>
              {categories.map((category) => (
                <Price key={category.key} category={category} locale={locale} />
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
      {event.window.state !== "not-yet-open" && isComing && (
        <p>
          {translator(locale, "register")("already")}{" "}
          <a href={localePath(locale, `/resend?event=${event.slug}`)}>
            {translator(locale, "selfService")("resendWay")}
          </a>
        </p>
      )}
    </aside>
  );
}

/** What coming as something costs today, and what it will cost after that. */
function Price({ category, locale }: { readonly category: OpenCategory; readonly locale: Locale }) {
  const { price, early, dayFrom } = category;
  const t = translator(locale, "event");
  const more = [
    early && t("earlyUntil", { date: formatDate(early.until, locale), later: formatMoney(early.later, locale) }),
    dayFrom && t("dayFrom", { price: formatMoney(dayFrom, locale) }),
  ];
  return (
    <>
      <span className="fact-price">
        <span>{category.name[locale]}</span>
        <span>{price.minor === 0 ? t("free") : t("withVat", { price: formatMoney(price, locale) })}</span>
      </span>
      {more.filter(Boolean).map((words) => (
        <span key={words} className="fact-detail">
          {words}
        </span>
      ))}
    </>
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
  if (event.openToAllOn) return said(t("invitedFirstHow", { date: formatLongDate(event.openToAllOn, locale) }));
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
