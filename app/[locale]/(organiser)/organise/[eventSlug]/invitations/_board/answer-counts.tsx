import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { AnswerCount } from "@/lib/registrations/queries/invitation-board";
import tableStyles from "../../../../_frame/table.module.css";
import board from "./board.module.css";

type Props = {
  readonly heading: string;
  /** What the rows are: a group, a municipality. */
  readonly of: string;
  readonly counts: readonly AnswerCount[];
  readonly label: (value: string | null) => string;
  /** Where those of one row who have not answered are listed. */
  readonly href: (value: string | null) => string;
  readonly locale: Locale;
};

const AT_ONCE = 8;

/** How each group or municipality has answered, those with most who have not first; drawn and in figures. */
export function AnswerCounts({ heading, of, counts, label, href, locale }: Props) {
  const t = translator(locale, "invitations");
  if (counts.length === 0) return null;
  const table = (rows: readonly AnswerCount[], caption: string) => (
    <table className={tableStyles["table"]}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" className={board["share"]}>
            {t("share")}
          </th>
          {(["unanswered", "accepted", "declined", "invited"] as const).map((column) => (
            <th key={column} scope="col" className={tableStyles["number"]}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value ?? ""}>
            <th scope="row">
              {row.unanswered > 0 ? <a href={href(row.value)}>{label(row.value)}</a> : label(row.value)}
            </th>
            <td className={board["share"]}>
              <Share {...row} />
            </td>
            {(["unanswered", "accepted", "declined", "invited"] as const).map((column) => (
              <td key={column} className={tableStyles["number"]}>
                {formatNumber(row[column], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  const rest = counts.slice(AT_ONCE);
  return (
    <section>
      <h2 className={board["heading"]}>{heading}</h2>
      <div className={tableStyles["scroll"]}>{table(counts.slice(0, AT_ONCE), heading)}</div>
      {rest.length > 0 && (
        <details className={board["rest"]}>
          <summary>{t("theRest", { rest: formatNumber(rest.length, locale) })}</summary>
          <div className={tableStyles["scroll"]}>
            {table(rest, t("theRest", { rest: formatNumber(rest.length, locale) }))}
          </div>
        </details>
      )}
    </section>
  );
}

/** The answers as one line: yes full, no hatched, nothing said left open. The figures stand beside it. */
function Share({ invited, accepted, declined }: AnswerCount) {
  const yes = (accepted / invited) * 100;
  const no = (declined / invited) * 100;
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false" className={board["bar"]}>
      <rect className={board["yes"]} width={yes} height="8" />
      <rect className={board["no"]} x={yes} width={no} height="8" />
      <rect className={board["frame"]} width="100" height="8" />
    </svg>
  );
}
