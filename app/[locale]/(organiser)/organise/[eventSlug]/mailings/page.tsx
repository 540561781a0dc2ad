import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listMailings, type Mailing, type Progress } from "@/lib/mailings/queries/mailing";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import tableStyles from "../../../_frame/table.module.css";
import { filterInWords } from "./_parts/recipients";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "mailings")("title"), robots: { index: false } };
}

/** What has been written to the people of the list, the newest first, and how far each mailing has come. */
export default async function MailingsPage({ params, searchParams }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const path = `/organise/${slug}/mailings`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, currentInstant());
  const [{ mailings, progress }, facets] = await Promise.all([listMailings(scope), getEventFacets(scope)]);
  const t = translator(locale, "mailings");
  const { done } = await searchParams;
  const start = (
    <p>
      <a href={localePath(locale, `${path}/new?status=confirmed`)}>{t("write")}</a> ·{" "}
      <a href={localePath(locale, `/organise/${slug}/registrations`)}>{t("choose")}</a>
    </p>
  );
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: facets.title, role: scope.role, current: "mailings" }}
    >
      {done === "removed" && <p role="status">{t("removed")}</p>}
      {mailings.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
          {start}
        </EmptyState>
      ) : (
        <>
          {start}
          <div className={tableStyles["scroll"]}>
            <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
              <caption>{t("title")}</caption>
              <thead>
                <tr>
                  {(["subject", "state", "to", "when"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                  <th scope="col" className={tableStyles["number"]}>
                    {t("sent")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {mailings.map((mailing) => (
                  <tr key={mailing.id}>
                    <th scope="row">
                      <a href={localePath(locale, `${path}/${mailing.id}`)}>
                        {(locale === "en" && mailing.subjectEn) || mailing.subjectSv}
                      </a>
                    </th>
                    <td data-label={t("state")}>{t(stateOf(mailing, progress.get(mailing.id)))}</td>
                    <td data-label={t("to")}>{filterInWords(mailing.filter, locale)}</td>
                    <td data-label={t("when")}>
                      {mailing.leavesAt ? formatMoment(mailing.leavesAt, facets.timeZone, locale) : "–"}
                    </td>
                    <td data-label={t("sent")} className={tableStyles["number"]}>
                      {mailing.recipients === null
                        ? "–"
                        : t("progress", {
                            sent: formatNumber(progress.get(mailing.id)?.sent ?? 0, locale),
                            all: formatNumber(mailing.recipients, locale),
                          })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </OrganiserFrame>
  );
}

function stateOf({ state }: Mailing, progress: Progress | undefined) {
  if (state === "DRAFT") return "draft";
  if (state === "STOPPED") return "stopped";
  if (!progress || progress.waiting === 0) return "gone";
  return progress.sent > 0 ? "leaving" : "waits";
}
