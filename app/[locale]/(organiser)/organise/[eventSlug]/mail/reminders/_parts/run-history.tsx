import type { Locale } from "@/lib/core/localised";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type listRuns, RUNS_PAGE, type Run } from "@/lib/reminders/queries/event-runs";
import frameStyles from "../../../../../_frame/frame.module.css";
import { ListPager } from "../../../../../_frame/list-pager";
import tableStyles from "../../../../../_frame/table.module.css";

type Props = {
  readonly history: Awaited<ReturnType<typeof listRuns>>;
  readonly timeZone: string;
  readonly path: string;
  readonly locale: Locale;
};

/** The times at which reminders have been sent and missed, the latest first, and what became of their mails. */
export function RunHistory({ history, timeZone, path, locale }: Props) {
  const t = translator(locale, "reminders");
  const { runs, page, pages, total } = history;
  return (
    <section className={frameStyles["section"]} aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      {total === 0 ? (
        <p>{t("historyNone")}</p>
      ) : (
        <>
          <div className={tableStyles["scroll"]}>
            <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
              <caption>{t("history")}</caption>
              <thead>
                <tr>
                  {(["time", "to", "outcome", "progress"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                  <th scope="col" className={tableStyles["number"]}>
                    {t("made")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <tr key={`${run.ruleId} ${run.scheduledAt}`}>
                    <th scope="row">{formatMoment(run.scheduledAt, timeZone, locale)}</th>
                    <td data-label={t("to")}>{t(`group.${run.kind}`)}</td>
                    <td data-label={t("outcome")}>{t(run.outcome === "MISSED" ? "wasMissed" : "wasSent")}</td>
                    <td data-label={t("progress")}>{progress(run, locale)}</td>
                    <td data-label={t("made")} className={tableStyles["number"]}>
                      {formatNumber(run.recipients, locale)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ListPager
            {...{ page, pages, total, locale }}
            size={RUNS_PAGE}
            shown={runs.length}
            to={(number) => `${path}?page=${number}#history`}
          />
        </>
      )}
    </section>
  );
}

function progress({ outcome, sent, waiting, failed, passed }: Run, locale: Locale): string {
  const t = translator(locale, "reminders");
  if (outcome === "MISSED") return "–";
  return [
    t("arrived", { count: sent }),
    ...(waiting > 0 ? [t("waits", { count: formatNumber(waiting, locale) })] : []),
    ...(failed > 0 ? [t("failed", { count: formatNumber(failed, locale) })] : []),
    ...(passed > 0 ? [t("passed", { count: formatNumber(passed, locale) })] : []),
  ].join(", ");
}
