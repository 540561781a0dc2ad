import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type InvitationFilter, invitationQuery } from "@/lib/registrations/invitation-schema";
import { BOARD_PAGE, type InvitationBoard } from "@/lib/registrations/queries/invitation-board";
import toolStyles from "../../../../_frame/tools.module.css";

type Props = {
  readonly board: InvitationBoard;
  readonly filter: InvitationFilter;
  readonly locale: Locale;
  readonly path: string;
};

/** Which part of the invited this is, and the way to the next. */
export function BoardPager({ board: { page, pages, total, rows }, filter, locale, path }: Props) {
  const t = translator(locale, "invitations");
  const from = (page - 1) * BOARD_PAGE + 1;
  const to = (number: number) => path + invitationQuery(filter, { page: String(number) });
  return (
    <div className={toolStyles["pager"]}>
      <span>
        {t("shown", {
          from: formatNumber(from, locale),
          to: formatNumber(from + rows.length - 1, locale),
          total: formatNumber(total, locale),
        })}
      </span>
      {pages > 1 && (
        <nav aria-label={t("pages")} className={toolStyles["pages"]}>
          {page > 1 && (
            <a rel="prev" href={to(page - 1)}>
              {t("previous")}
            </a>
          )}
          <span>{t("page", { page, pages })}</span>
          {page < pages && (
            <a rel="next" href={to(page + 1)}>
              {t("next")}
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
