import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate, formatMoney, formatTime } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { fullInWords, offersInWords } from "@/lib/i18n/waiting-reasons";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";
import type { MyWait } from "@/lib/registrations/queries/my-wait";
import type { Quote } from "@/lib/ticketing/quote";
import { AnswerForm } from "../../_form/answer-form";
import { answerOffer } from "./offer-action";

type Props = { readonly mine: MyRegistration; readonly wait: MyWait; readonly locale: Locale };

/** An offered place with its end and its two answers, or where in line one stands, or that the organiser is looking. */
export function Offer({ mine, wait, locale }: Props) {
  const t = translator(locale, "waiting");
  if (mine.state === "PENDING_APPROVAL") return <p>{t("pendingNext")}</p>;
  if (mine.state === "WAITLISTED" && wait.place !== null)
    return (
      <section aria-labelledby="line-heading" className="form-section">
        <h2 id="line-heading">{t("place", { place: wait.place })}</h2>
        {wait.why && (
          <>
            {wait.why.full.length > 0 && (
              <ul>
                {fullInWords(wait.why, locale).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
            <p>{offersInWords(wait.why, locale)}</p>
          </>
        )}
      </section>
    );
  if (mine.state !== "OFFERED" || !wait.until) return null;
  const until = moment(wait.until, mine.form.timeZone, locale);
  return (
    <section aria-labelledby="offer-heading" className="form-section">
      <h2 id="offer-heading">{t("offerHeading")}</h2>
      <p>{t("offerBody", { until })}</p>
      <div className="answers">
        <Answer mine={mine} locale={locale} answer="accept" label={t("accept")} />
        <Answer mine={mine} locale={locale} answer="decline" label={t("decline")} isQuiet />
      </div>
    </section>
  );
}

/** The lines for sessions one stands in, with offers to answer, and the full sessions one may begin to wait for. */
export function SessionWaits({ mine, wait, locale }: Props) {
  if (mine.state !== "CONFIRMED") return null;
  const t = translator(locale, "waiting");
  const waiting = mine.form.sessions.flatMap((session) => {
    const own = wait.sessions.find(({ sessionId }) => sessionId === session.id);
    return own ? [{ session, own }] : [];
  });
  const full = mine.canEdit
    ? mine.form.sessions.filter(
        ({ id, date, places }) =>
          places.kind === "full" &&
          !mine.sessionIds.includes(id) &&
          !waiting.some(({ session }) => session.id === id) &&
          (date === null || mine.days.includes(date)),
      )
    : [];
  if (waiting.length + full.length === 0) return null;
  return (
    <section aria-labelledby="session-waits" className="form-section">
      <h2 id="session-waits">{t("sessionsHeading")}</h2>
      {waiting.map(({ session, own }) => (
        <div key={session.id}>
          <h3>{session.title[locale]}</h3>
          {own.until ? (
            <>
              <p>{t("sessionOffer", { until: moment(own.until, mine.form.timeZone, locale) })}</p>
              {own.price && <p>{priceInWords(mine, own.price, locale)}</p>}
              <div className="answers">
                <AcceptSession mine={mine} locale={locale} session={session.id} price={own.price} />
                <Answer
                  mine={mine}
                  locale={locale}
                  answer="decline"
                  label={t("decline")}
                  session={session.id}
                  isQuiet
                />
              </div>
            </>
          ) : (
            <>
              <p>{t("place", { place: own.place })}</p>
              <div className="answers">
                <Answer mine={mine} locale={locale} answer="decline" label={t("leave")} session={session.id} isQuiet />
              </div>
            </>
          )}
        </div>
      ))}
      {full.map(({ id, title }) => (
        <div key={id}>
          <h3>{title[locale]}</h3>
          <p>{t("sessionFull")}</p>
          <div className="answers">
            <Answer mine={mine} locale={locale} answer="wait" label={t("waitForIt")} session={id} isQuiet />
          </div>
        </div>
      ))}
    </section>
  );
}

type AcceptProps = Pick<AnswerProps, "mine" | "locale"> & { readonly session: string; readonly price: Quote | null };

/** Takes the place at the price that stands beside. Where nobody has said who pays, the change form asks. */
function AcceptSession({ mine, locale, session, price }: AcceptProps) {
  const t = translator(locale, "waiting");
  if (!price) return <Answer mine={mine} locale={locale} answer="accept" label={t("accept")} session={session} />;
  const then = price.totals.grossOre;
  if (mine.hasPayer || then === 0)
    return (
      <Answer mine={mine} locale={locale} answer="accept" label={t("accept")} session={session} agreedOre={then} />
    );
  return (
    <a className="button" href={localePath(locale, `/my/${mine.reference}/edit`)}>
      {t("payerFirst")}
    </a>
  );
}

function priceInWords(mine: MyRegistration, price: Quote, locale: Locale): string {
  const money = (minor: number) => formatMoney({ minor, currency: price.totals.currency }, locale);
  const before = money(mine.price?.totals.grossOre ?? 0);
  return translator(locale, "waiting")("sessionPrice", { before, after: money(price.totals.grossOre) });
}

type AnswerProps = {
  readonly mine: MyRegistration;
  readonly locale: Locale;
  readonly answer: "accept" | "decline" | "wait";
  readonly label: string;
  readonly session?: string;
  readonly agreedOre?: number;
  readonly isQuiet?: boolean;
};

function Answer({ mine, locale, answer, label, session, agreedOre, isQuiet = false }: AnswerProps) {
  const t = translator(locale, "waiting");
  const title = translator(locale, "my")("title", { event: mine.form.title[locale] });
  return (
    <AnswerForm
      action={answerOffer}
      isQuiet={isQuiet}
      hidden={{
        ...{ reference: mine.reference, language: locale, answer },
        ...(session && { session }),
        ...(agreedOre !== undefined && { agreedOre: String(agreedOre) }),
      }}
      texts={{
        title,
        errorTitle: translator(locale, "register")("errorTitle", { title }),
        problemHeading: t("problem"),
        submit: label,
        submitting: t("sending"),
      }}
    />
  );
}

function moment(until: Temporal.Instant, timeZone: string, locale: Locale): string {
  const date = formatLongDate(localDate(until, timeZone), locale);
  return translator(locale, "mail")("until", { date, time: formatTime(until, timeZone, locale) });
}
