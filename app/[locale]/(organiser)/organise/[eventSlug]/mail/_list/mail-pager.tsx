import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type MailFilter, mailQuery } from "@/lib/reports/mail-schema";
import { type EventMails, MAILS_PAGE } from "@/lib/reports/queries/event-mails";
import toolStyles from "../../../../_frame/tools.module.css";

type Props = {
  readonly mails: EventMails;
  readonly filter: MailFilter;
  readonly locale: Locale;
  readonly path: string;
};

/** Which part of the mails this is, and the way to the next. */
export function MailPager({ mails: { page, pages, tabs, rows }, filter, locale, path }: Props) {
  const t = translator(locale, "eventMail");
  const from = (page - 1) * MAILS_PAGE + 1;
  const to = (number: number) => path + mailQuery(filter, { page: String(number) });
  return (
    <div className={toolStyles["pager"]}>
      <span>
        {t("shown", {
          from: formatNumber(from, locale),
          to: formatNumber(from + rows.length - 1, locale),
          total: formatNumber(tabs[filter.state], locale),
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
