import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { formatDate, inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { InvitationBoard } from "@/lib/registrations/queries/invitation-board";
import type { InvitationRow } from "@/lib/registrations/queries/invitation-row";
import tableStyles from "../../../../_frame/table.module.css";
import board from "./board.module.css";
import { municipalityLabel } from "./describe";
import { InvitationMark } from "./invitation-mark";

type Props = { readonly board: InvitationBoard; readonly slug: string; readonly locale: Locale };

/** The invited, one a row; on a telephone one a stack. The name leads to what can be done. */
export function BoardTable({ board: { title, rows, timeZone }, slug, locale }: Props) {
  const t = translator(locale, "invitations");
  const columns = ["name", "organisation", "municipality", "group", "state", "when", "guests", "answer"] as const;
  return (
    <div className={tableStyles["scroll"]}>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]} ${board["table"]}`}>
        <caption>{t("caption", { title: inLocale(title, locale) })}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const at = row.answeredAt ?? row.sentAt;
            return (
              <tr key={row.id}>
                <th scope="row">
                  <a href={localePath(locale, `/organise/${slug}/invitations/${row.id}`)}>{row.name}</a>
                </th>
                <td data-label={t("organisation")}>{row.organisationName}</td>
                <td data-label={t("municipality")}>
                  {row.municipalityCode && municipalityLabel(row.municipalityCode, locale)}
                </td>
                <td data-label={t("group")}>{row.groupName}</td>
                <td data-label={t("state")}>
                  <InvitationMark status={row.status} locale={locale} />
                </td>
                <td data-label={t("when")}>{at && formatDate(localDate(at, timeZone), locale)}</td>
                <td data-label={t("guests")}>
                  {row.extraGuests > 0 && t("guestsOf", { guests: row.guests, allowed: row.extraGuests })}
                </td>
                <td data-label={t("answer")}>{said(row, locale)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Why somebody said no, who answered in their stead, what became of the place, and a last day of their own; null for none. */
function said({ answer, declineReason, extendedThrough, status }: InvitationRow, locale: Locale) {
  const t = translator(locale, "invitations");
  const lines = [
    status === "DECLINED" && declineReason,
    answer?.as && t("answeredAs", answer.as),
    answer &&
      answer.state !== "CONFIRMED" &&
      t("placeNow", { state: translator(locale, "organiser")(`state.${answer.state}`) }),
    extendedThrough && t("lastDay", { date: formatDate(extendedThrough, locale) }),
  ].filter((line) => typeof line === "string");
  if (lines.length === 0) return null;
  return (
    <span>
      {lines.map((line) => (
        <span key={line} className={board["said"]}>
          {line}
        </span>
      ))}
    </span>
  );
}
