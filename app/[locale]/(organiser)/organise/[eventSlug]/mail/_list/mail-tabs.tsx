import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { MAIL_TABS, type MailFilter, type MailTab, mailQuery } from "@/lib/reports/mail-schema";
import toolStyles from "../../../../_frame/tools.module.css";

type Props = {
  readonly tabs: Readonly<Record<MailTab, number>>;
  readonly filter: MailFilter;
  readonly locale: Locale;
  readonly path: string;
};

/** The mails by state, each with its count; beside it the search, a plain GET form. */
export function MailTabs({ tabs, filter, locale, path }: Props) {
  const t = translator(locale, "eventMail");
  const shown = MAIL_TABS.filter((tab) => tab === "all" || tab === filter.state || tabs[tab] > 0);
  return (
    <div className={toolStyles["above"]}>
      <nav aria-label={t("tabs")}>
        <ul className={toolStyles["tabs"]}>
          {shown.map((tab) => (
            <li key={tab}>
              <a
                href={path + mailQuery({ ...filter, state: tab })}
                aria-current={tab === filter.state ? "page" : undefined}
              >
                {t(`tab.${tab}`)} <span className={toolStyles["count"]}>{formatNumber(tabs[tab], locale)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="get" action={path} className={toolStyles["search"]}>
        {filter.state !== "all" && <input type="hidden" name="state" value={filter.state} />}
        <div className={toolStyles["tools"]}>
          <div>
            <label htmlFor="q">{t("search")}</label>
            <input id="q" type="search" name="q" defaultValue={filter.q} maxLength={200} />
          </div>
          <button type="submit" className={toolStyles["button"]}>
            {t("searchButton")}
          </button>
          {filter.q && <a href={path}>{t("clear")}</a>}
        </div>
      </form>
    </div>
  );
}
