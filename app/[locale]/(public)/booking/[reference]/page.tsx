import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { formatDate, formatList } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { BookedColleague } from "@/lib/registrations/queries/my-booking";
import { openMyBooking } from "../../_access/my-booking";
import { OwnData } from "../../_access/own-data";
import { PriceTable } from "../../_form/price-table";
import { textsOf } from "../../_form/price-texts";
import { doneWords } from "./done-words";
import { Shared } from "./shared";

type Props = PageProps<"/[locale]/booking/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { booking, locale } = await openMyBooking(params);
  const title = translator(locale, "booking")("mineTitle", { event: booking.form.title[locale] });
  return { title, robots: { index: false } };
}

/** A booking all season: everybody in it, and what can be done about each. */
export default async function BookingPage({ params, searchParams }: Props) {
  const { booking, locale, home } = await openMyBooking(params);
  const t = translator(locale, "booking");
  const { form, people, price } = booking;
  const done = doneWords((await searchParams)["done"], locale);
  return (
    <main id="main" className="page page-letter">
      <h1>{t("mineTitle", { event: form.title[locale] })}</h1>
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <p className="page-lead">{t("mineLead", { reference: booking.reference, count: people.length })}</p>
      <table className="people-table">
        <caption>{t("people")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("status")}</th>
            {form.days.length > 1 && <th scope="col">{t("days")}</th>}
            <th scope="col">{t("what")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const name = person.name ?? t("nameToCome");
            const action = actionOf(person);
            return (
              <tr key={person.reference} data-tone={toneOf(person)}>
                <th scope="row">
                  {name}
                  {person.email && <span className="people-detail">{person.email}</span>}
                  {form.categories.length > 1 && <span className="people-detail">{person.category[locale]}</span>}
                </th>
                <td>
                  {t(`outcome.${person.state}`)}
                  {person.state === "HELD" && person.expiresAt && (
                    <span className="people-detail">
                      {t("fillBy", { date: formatDate(lastDay(person.expiresAt, form.timeZone), locale) })}
                    </span>
                  )}
                </td>
                {form.days.length > 1 && (
                  <td>
                    {formatList(
                      person.days.map((date) => formatDate(Temporal.PlainDate.from(date), locale)),
                      locale,
                    )}
                  </td>
                )}
                <td>
                  {action && (
                    <a href={`${home}/${person.reference}`} aria-label={t("changeOf", { action: t(action), name })}>
                      {t(action)}
                    </a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t("missing")}</p>
      {booking.canAdd ? (
        <p>
          <a className="button button-quiet" href={`${home}/add`}>
            {t("addMore")}
          </a>
        </p>
      ) : (
        <p>{t("notAdding")}</p>
      )}
      {price && <PriceTable quote={price} locale={locale} texts={textsOf(price, locale)} />}
      {booking.payerReference && <p>{t("payerReference", { reference: booking.payerReference })}</p>}
      <Shared booking={booking} locale={locale} home={home} />
      <OwnData canErase={booking.canErase} later={t("eraseLater")} locale={locale} home={home} />
      <p>
        <a href={localePath(locale, `/events/${form.slug}`)}>{t("toEvent")}</a>
      </p>
    </main>
  );
}

function actionOf({ canName, canSubstitute, canCancel }: BookedColleague): "nameIt" | "change" | null {
  if (canName) return "nameIt";
  return canSubstitute || canCancel ? "change" : null;
}

function toneOf({ state }: BookedColleague): "good" | "waiting" | "ended" {
  if (state === "CONFIRMED") return "good";
  return ["HELD", "PENDING_APPROVAL", "WAITLISTED", "OFFERED"].includes(state) ? "waiting" : "ended";
}

function lastDay(end: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return end.subtract({ milliseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate();
}
