import type { Locale } from "@/lib/core/localised";
import { formatMoment, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type MailFilter, mailQuery } from "@/lib/reports/mail-schema";
import type { EventMails } from "@/lib/reports/queries/event-mails";
import { ShapeMark } from "../../../../_frame/state-mark";
import tableStyles from "../../../../_frame/table.module.css";
import { messageName } from "./words";

type Props = {
  readonly mails: EventMails;
  readonly filter: MailFilter;
  readonly mayAct: boolean;
  readonly locale: Locale;
  readonly path: string;
};

const SHAPES = { waiting: "half", sent: "full", undelivered: "cross", declined: "ring", obsolete: "diamond" } as const;

/** One mail a row: to whom, which, what became of it, when, and why. */
export function MailTable({ mails: { title, timeZone, rows, page }, filter, mayAct, locale, path }: Props) {
  const t = translator(locale, "eventMail");
  return (
    <div className={tableStyles["scroll"]}>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
        <caption>{t("caption", { title: inLocale(title, locale) })}</caption>
        <thead>
          <tr>
            {(["recipient", "message", "state", "when", "why"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">{mail.name ? `${mail.name}, ${mail.email}` : mail.email}</th>
              <td data-label={t("message")}>{messageName(mail.message, locale)}</td>
              <td data-label={t("state")}>
                <ShapeMark shape={SHAPES[mail.tab]} word={t(`stateOf.${mail.tab}`)} />
              </td>
              <td data-label={t("when")}>{formatMoment(mail.at, timeZone, locale)}</td>
              <td data-label={t("why")}>
                {mail.why && t(`reason.${mail.why}`)}
                {mayAct && mail.tab === "undelivered" && (
                  <>
                    {" · "}
                    <a
                      href={`${path}${mailQuery(filter, { page: page > 1 ? String(page) : "", mail: mail.id })}#mend`}
                      aria-label={t("seeMail", { name: mail.name ?? mail.email })}
                    >
                      {t("see")}
                    </a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
