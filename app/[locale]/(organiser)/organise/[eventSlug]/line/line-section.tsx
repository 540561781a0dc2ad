import type { Locale } from "@/lib/core/localised";
import { formatMoment, formatNumber, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { fullInWords } from "@/lib/i18n/waiting-reasons";
import type { LineOverview } from "@/lib/reports/queries/line-overview";
import { ToolForm } from "../../../_form/tool-form";
import frameStyles from "../../../_frame/frame.module.css";
import tableStyles from "../../../_frame/table.module.css";
import { offer } from "./actions";
import styles from "./line.module.css";

type Props = {
  readonly overview: LineOverview;
  readonly title: string;
  readonly locale: Locale;
  readonly slug: string;
};

/** Everybody in line in the order of the line, where they stand and what keeps them, with an offer by hand. */
export function LineSection({ overview, title, locale, slug }: Props) {
  const t = translator(locale, "waiting");
  const inLine = overview.people.filter(({ state }) => state !== "PENDING_APPROVAL");
  return (
    <section className={frameStyles["section"]} aria-labelledby="in-line">
      <h2 id="in-line">{t("inLine")}</h2>
      {inLine.length === 0 && <p>{`${t("lineEmpty")}. ${t("lineEmptyNext")}`}</p>}
      {inLine.length > 0 && (
        <table className={`${tableStyles["table"]} ${tableStyles["list"]} ${styles["line"]}`}>
          <caption>{t("caption", { name: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("person")}</th>
              <th scope="col">{t("category")}</th>
              <th scope="col" className={tableStyles["number"]}>
                {t("placeInLine")}
              </th>
              <th scope="col">{t("inLineSince")}</th>
              <th scope="col">{t("status")}</th>
              <th scope="col">{t("offer")}</th>
            </tr>
          </thead>
          <tbody>
            {inLine.map((person) => (
              <tr key={person.reference}>
                <th scope="row">{person.name}</th>
                <td data-label={t("category")}>{inLocale(person.category, locale)}</td>
                <td data-label={t("placeInLine")} className={tableStyles["number"]}>
                  {person.place === null ? "–" : formatNumber(person.place, locale)}
                </td>
                <td data-label={t("inLineSince")}>{formatMoment(person.since, overview.timeZone, locale)}</td>
                <td data-label={t("status")}>{standing(person, overview, locale)}</td>
                <td data-label={t("offer")}>
                  {person.state === "WAITLISTED" ? (
                    <OfferForm person={person} locale={locale} slug={slug} />
                  ) : (
                    <span aria-hidden="true">–</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type Person = LineOverview["people"][number];

function OfferForm({ person, locale, slug }: { person: Person; locale: Locale; slug: string }) {
  const t = translator(locale, "waiting");
  return (
    <ToolForm
      action={offer}
      hidden={{ event: slug, language: locale, reference: person.reference }}
      texts={{
        submit: t("offerTo", { name: person.name }),
        working: t("working"),
        errorTitle: t("errorTitle", { title: t("lineTitle") }),
      }}
    />
  );
}

function standing({ until, obstacle, full }: Person, overview: LineOverview, locale: Locale): string {
  const t = translator(locale, "waiting");
  if (until) return t("offeredUntil", { until: formatMoment(until, overview.timeZone, locale) });
  if (!obstacle) return t("next");
  return obstacle.kind === "full" ? fullInWords({ full }, locale).join(" ") : t("needsApproval");
}

/** The lines for sessions, each with how many wait and how many are offered a place. */
export function SessionLines({ overview, locale }: Pick<Props, "overview" | "locale">) {
  if (overview.sessions.length === 0) return null;
  const t = translator(locale, "waiting");
  return (
    <section className={frameStyles["section"]} aria-labelledby="session-lines">
      <h2 id="session-lines">{t("sessionsHeading")}</h2>
      <table className={`${tableStyles["table"]} ${styles["sessions"]}`}>
        <caption>{t("sessionsHeading")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("session")}</th>
            <th scope="col" className={tableStyles["number"]}>
              {t("sessionWaiting")}
            </th>
            <th scope="col" className={tableStyles["number"]}>
              {t("sessionOffered")}
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.sessions.map(({ id, title, waiting, offered }) => (
            <tr key={id}>
              <th scope="row">{inLocale(title, locale)}</th>
              <td className={tableStyles["number"]}>{formatNumber(waiting, locale)}</td>
              <td className={tableStyles["number"]}>{formatNumber(offered, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
