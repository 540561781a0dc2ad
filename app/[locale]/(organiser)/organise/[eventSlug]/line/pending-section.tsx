import type { Locale } from "@/lib/core/localised";
import { formatMoment, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { LineOverview } from "@/lib/reports/queries/line-overview";
import { ToolForm } from "../../../_form/tool-form";
import toolStyles from "../../../_form/tool-form.module.css";
import frameStyles from "../../../_frame/frame.module.css";
import tableStyles from "../../../_frame/table.module.css";
import { answerChosen } from "./actions";
import styles from "./line.module.css";

type Props = {
  readonly overview: LineOverview;
  readonly locale: Locale;
  readonly slug: string;
  readonly chosen: readonly string[];
  readonly answer: "approve" | "reject" | null;
};

/** Those who wait for a yes: chosen with ticks, asked about once more with their number, then answered by mail. */
export function PendingSection({ overview, locale, slug, chosen, answer }: Props) {
  const t = translator(locale, "waiting");
  const pending = overview.people.filter(({ state }) => state === "PENDING_APPROVAL");
  const picked = pending.filter(({ reference }) => chosen.includes(reference));
  return (
    <section className={frameStyles["section"]} aria-labelledby="pending">
      <h2 id="pending">{t("pendingTitle")}</h2>
      {pending.length === 0 && <p>{t("pendingNone")}</p>}
      {answer && pending.length > 0 && picked.length === 0 && <p role="alert">{t("noneChosen")}</p>}
      {answer && picked.length > 0 ? (
        <>
          <h3>{t(answer === "approve" ? "confirmApprove" : "confirmReject", { count: picked.length })}</h3>
          <p>{t("confirmMail")}</p>
          <ul>
            {picked.map(({ reference, name }) => (
              <li key={reference}>{name}</li>
            ))}
          </ul>
          <ToolForm
            action={answerChosen}
            hidden={{
              event: slug,
              language: locale,
              answer,
              references: picked.map(({ reference }) => reference).join(" "),
            }}
            fields={answer === "reject" ? [{ name: "reason", label: t("reason"), type: "long-text" }] : []}
            texts={{
              submit: t("confirmYes"),
              working: t("working"),
              errorTitle: t("errorTitle", { title: t("lineTitle") }),
            }}
          />
          <p>
            <a href="?">{t("confirmNo")}</a>
          </p>
        </>
      ) : (
        pending.length > 0 && (
          <form method="get">
            <table className={`${tableStyles["table"]} ${tableStyles["list"]} ${styles["pending"]}`}>
              <caption>{t("pendingTitle")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("chooseHeading")}</th>
                  <th scope="col">{t("person")}</th>
                  <th scope="col">{t("category")}</th>
                  <th scope="col">{t("registered")}</th>
                </tr>
              </thead>
              <tbody>
                {pending.map(({ reference, name, category, since }) => (
                  <tr key={reference}>
                    <td data-label={t("chooseHeading")}>
                      <input type="checkbox" name="chosen" value={reference} aria-label={t("choose", { name })} />
                    </td>
                    <th scope="row">{name}</th>
                    <td data-label={t("category")}>{inLocale(category, locale)}</td>
                    <td data-label={t("registered")}>{formatMoment(since, overview.timeZone, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              <button type="submit" name="answer" value="approve" className={toolStyles["button"]}>
                {t("approve")}
              </button>{" "}
              <button type="submit" name="answer" value="reject" className={toolStyles["button"]}>
                {t("reject")}
              </button>
            </p>
          </form>
        )
      )}
    </section>
  );
}
