import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { openAnsweredInvitation } from "@/lib/auth/personal-link-gate";
import { currentInstant } from "@/lib/core/clock";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { formatDateRange, formatLongDate } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { calendarFeedPath } from "@/lib/registrations/queries/calendar-feed";
import { getInvitation } from "@/lib/registrations/queries/my-invitation";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { getMyWait } from "@/lib/registrations/queries/my-wait";
import { findMyScope } from "../../_access/my-registration";
import { OwnData } from "../../_access/own-data";
import { PriceTable } from "../../_form/price-table";
import { textsOf } from "../../_form/price-texts";
import { GuestSection } from "../../_guests/guest-section";
import { Consent } from "./consent";
import { openMine } from "./my-opening";
import { Offer, SessionWaits } from "./offer";
import { ReferenceCode } from "./reference-code";
import { SelfService } from "./self-service";
import { sessionLines } from "./session-lines";
import { Shared } from "./shared";
import { statusOf } from "./status";
import { Stored } from "./stored";

type Props = PageProps<"/[locale]/my/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await params;
  const now = currentInstant();
  const scope = await findMyScope(reference, now);
  const event = scope && (await getRegistration(scope, now)).form.title[localeOf(locale)];
  return {
    ...(event && { title: translator(localeOf(locale), "my")("title", { event }) }),
    robots: { index: false },
  };
}

/** An attendee's own registration as a letter: what, when, where, what was chosen, and what can still be done. */
export default async function MyRegistrationPage({ params, searchParams }: Props) {
  const { mine, locale, home, now, scope } = await openMine(params);
  const wait = await getMyWait(scope, mine, now);
  const { form } = mine;
  const event = await findPublishedEvent(form.slug, now);
  const invited = await openAnsweredInvitation(scope);
  const invitation = invited && (await getInvitation(invited));
  const t = translator(locale, "my");
  const status = statusOf(mine, locale);
  // Whoever has no place any more need not read which days and sessions it was for.
  const hasEnded = status.tone === "ended";
  const isLiving = mine.state === "CONFIRMED";
  return (
    <main id="main" className="page page-letter">
      <h1>{t("title", { event: form.title[locale] })}</h1>
      {(await searchParams)["guests"] === "1" && <p role="status">{translator(locale, "guests")("done")}</p>}
      {isLiving && (await searchParams)["changed"] === "1" && (
        <p className="notice" role="status">
          {t("changed")}
        </p>
      )}
      <p className="page-lead">
        {t("greeting", { name: mine.name })} {status.sentence}
      </p>
      <Offer mine={mine} wait={wait} locale={locale} />
      <Consent mine={mine} locale={locale} />
      <div className="letter-columns">
        <dl className="facts">
          <Fact term={t("status")}>
            <span className="status" data-status={status.tone}>
              {status.word}
            </span>
          </Fact>
          <Fact term={t("when")}>
            {formatDateRange(Temporal.PlainDate.from(form.startsOn), Temporal.PlainDate.from(form.endsOn), locale)}
          </Fact>
          {event?.venue && (
            <Fact term={t("where")}>
              {[
                event.venue.name,
                event.venue.street,
                [event.venue.postalCode, event.venue.city].filter(Boolean).join(" "),
              ]
                .filter(Boolean)
                .join(", ")}
            </Fact>
          )}
          {!hasEnded && form.days.length > 1 && (
            <Fact term={t("days")}>
              <ul>
                {mine.days.map((date) => (
                  <li key={date}>{formatLongDate(Temporal.PlainDate.from(date), locale)}</li>
                ))}
              </ul>
            </Fact>
          )}
          {!hasEnded && form.sessions.length > 0 && (
            <Fact term={t("sessions")}>
              {mine.sessionIds.length === 0 ? (
                t("noSessions")
              ) : (
                <ul>
                  {sessionLines(mine, locale).map((line) => (
                    <li key={line.id}>
                      {line.title}
                      <span className="choice-detail">{line.when}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Fact>
          )}
          {!hasEnded && <Fact term={t("category")}>{mine.category.name[locale]}</Fact>}
        </dl>
        {isLiving && <ReferenceCode reference={mine.reference} locale={locale} />}
      </div>
      {!hasEnded && mine.price && <PriceTable quote={mine.price} locale={locale} texts={textsOf(mine.price, locale)} />}
      <ul className="ways-on">
        {isLiving && form.window.state !== "cancelled" && (
          <li>
            <a href={`${home}/registration.ics`}>{t("calendar")}</a>
          </li>
        )}
        <li>
          <a href={localePath(locale, calendarFeedPath(scope.registrationId, mine.email))}>{t("calendarFeed")}</a>
        </li>
        <li>
          <a href={localePath(locale, `/events/${form.slug}`)}>{t("toEvent")}</a>
        </li>
        {mine.state === "CANCELLED" && form.window.state === "open" && (
          <li>
            <a href={localePath(locale, `/events/${form.slug}/register`)}>{t("registerAgain")}</a>
          </li>
        )}
      </ul>
      <SessionWaits mine={mine} wait={wait} locale={locale} />
      {invitation && (
        <GuestSection
          invitation={invitation}
          isOpen={form.window.state === "open"}
          whose={{ reference: mine.reference }}
          locale={locale}
        />
      )}
      <SelfService mine={mine} locale={locale} home={home} />
      <Shared mine={mine} locale={locale} />
      <Stored mine={mine} locale={locale} home={home} />
      <OwnData
        canErase={mine.canErase}
        later={translator(locale, "selfService")("dataEraseLater")}
        locale={locale}
        home={home}
      />
      <p>{t("contact", { name: form.contactName, email: form.contactEmail })}</p>
    </main>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
