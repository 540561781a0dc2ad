import type { Locale } from "@/lib/core/localised";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { SuppressedRecipient } from "@/lib/reports/queries/suppressed-addresses";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import tableStyles from "../../../../_frame/table.module.css";
import { lift } from "../actions";

type Props = {
  readonly recipients: readonly SuppressedRecipient[];
  readonly timeZone: string;
  readonly slug: string;
  readonly locale: Locale;
};

/** Addresses that get no mail any more, who said so, and a button each to send there again. */
export function SuppressedSection({ recipients, timeZone, slug, locale }: Props) {
  const t = translator(locale, "eventMail");
  const errorTitle = t("errorTitle", { title: t("title") });
  return (
    <section className={frameStyles["section"]} aria-labelledby="suppressed">
      <h2 id="suppressed">{t("suppressed")}</h2>
      <p>{t("suppressedHelp")}</p>
      <div className={tableStyles["scroll"]}>
        <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
          <caption>{t("suppressed")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("suppressedAddress")}</th>
              <th scope="col">{t("suppressedBy")}</th>
              <th scope="col">{t("suppressedSince")}</th>
              <th scope="col">{t("lift")}</th>
            </tr>
          </thead>
          <tbody>
            {recipients.map(({ address, source, reason, since }) => (
              <tr key={address}>
                <th scope="row">{address}</th>
                <td data-label={t("suppressedBy")}>{t(`by${source}`, { code: reason })}</td>
                <td data-label={t("suppressedSince")}>{formatMoment(since, timeZone, locale)}</td>
                <td>
                  <ToolForm
                    action={lift}
                    hidden={{ event: slug, language: locale, email: address }}
                    texts={{ submit: t("liftOf", { address }), working: t("working"), errorTitle }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
