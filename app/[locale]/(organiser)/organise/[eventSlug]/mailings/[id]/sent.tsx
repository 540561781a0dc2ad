import { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { canTakeBack } from "@/lib/mailings/policy";
import { DELIVERIES_A_PAGE, listDeliveries, type Mailing, progressOf } from "@/lib/mailings/queries/mailing";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { ListPager } from "../../../../_frame/list-pager";
import tableStyles from "../../../../_frame/table.module.css";
import { filterInWords } from "../_parts/recipients";
import { stop } from "../actions";
import styles from "./mailing.module.css";

type Props = {
  readonly mailing: Mailing;
  readonly scope: EventScope;
  readonly slug: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly page: number;
  readonly done: string | null;
  readonly now: Temporal.Instant;
};

/** A mailing that was sent: how far it has come, the way to take it back, what it said, and who got it. */
export async function Sent({ mailing, scope, slug, locale, timeZone, page, done, now }: Props) {
  const { id, filter, leavesAt, recipients, state } = mailing;
  const t = translator(locale, "mailings");
  const [all, log] = await Promise.all([progressOf([id]), listDeliveries(scope, id, page)]);
  const progress = all.get(id) ?? { waiting: 0, sent: 0, failed: 0, passed: 0 };
  const leaves = leavesAt ?? Temporal.Instant.fromEpochMilliseconds(0);
  const waits = canTakeBack(leaves, now);
  const time = formatMoment(leaves, timeZone, locale);
  const facts = [
    t("progress", { sent: formatNumber(progress.sent, locale), all: formatNumber(recipients ?? 0, locale) }),
    ...(progress.failed > 0 ? [t("progressFailed", { count: progress.failed })] : []),
    ...(progress.passed > 0 ? [t("progressPassed", { count: progress.passed })] : []),
  ];
  const path = localePath(locale, `/organise/${slug}/mailings/${id}`);
  return (
    <>
      {done === "queued" && waits && <p role="status">{t("queued", { time })}</p>}
      {done === "stopped" && <p role="status">{t("stoppedNotice", { left: progress.sent + progress.waiting })}</p>}
      <p>
        <strong>{state === "STOPPED" ? t("stopped") : t(waits ? "leavesAt" : "leftAt", { time })}</strong>.{" "}
        {facts.join(", ")}. {t("to")}: {filterInWords(filter, locale)}.
      </p>
      {state === "QUEUED" && progress.waiting > 0 && (
        <ToolForm
          action={stop}
          hidden={{ event: slug, language: locale, id }}
          texts={{ submit: t(waits ? "undo" : "stop"), working: t("stopping"), errorTitle: t("errorTitle") }}
        />
      )}
      <section className={frameStyles["section"]} aria-labelledby="text">
        <h2 id="text">{t("text")}</h2>
        {(["Sv", "En"] as const).map(
          (language) =>
            mailing[`body${language}`] !== null && (
              <blockquote key={language} lang={language.toLowerCase()} className={styles["said"]}>
                <strong>{mailing[`subject${language}`]}</strong>
                <pre className={styles["plain"]}>{mailing[`body${language}`]}</pre>
              </blockquote>
            ),
        )}
      </section>
      <section className={frameStyles["section"]} aria-labelledby="log">
        <h2 id="log">{t("log")}</h2>
        <div className={tableStyles["scroll"]}>
          <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
            <caption>{t("log")}</caption>
            <thead>
              <tr>
                {(["person", "address", "state", "when"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {log.deliveries.map((mail) => (
                <tr key={mail.reference}>
                  <th scope="row">
                    <a href={localePath(locale, `/organise/${slug}/registrations/${mail.reference}`)}>{mail.name}</a>
                  </th>
                  <td data-label={t("address")}>{mail.email}</td>
                  <td data-label={t("state")}>{t(`state${mail.state}`)}</td>
                  <td data-label={t("when")}>{mail.sentAt ? formatMoment(mail.sentAt, timeZone, locale) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {log.total > 0 && (
          <ListPager
            {...{ page: log.page, pages: log.pages, total: log.total, locale }}
            size={DELIVERIES_A_PAGE}
            shown={log.deliveries.length}
            to={(number) => `${path}?page=${number}`}
          />
        )}
      </section>
    </>
  );
}
