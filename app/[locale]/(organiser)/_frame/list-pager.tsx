import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import toolStyles from "./tools.module.css";

type Props = {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** How many a page holds, and how many this one shows. */
  readonly size: number;
  readonly shown: number;
  /** The address of another page of the same list. */
  readonly to: (page: number) => string;
  readonly locale: Locale;
};

/** Which part of a list this is, and the way to the next. */
export function ListPager({ page, pages, total, size, shown, to, locale }: Props) {
  const t = translator(locale, "organiser");
  const from = (page - 1) * size + 1;
  return (
    <div className={toolStyles["pager"]}>
      <span>
        {t("list.shown", {
          from: formatNumber(from, locale),
          to: formatNumber(from + shown - 1, locale),
          total: formatNumber(total, locale),
        })}
      </span>
      {pages > 1 && (
        <nav aria-label={t("list.pages")} className={toolStyles["pages"]}>
          {page > 1 && (
            <a rel="prev" href={to(page - 1)}>
              {t("list.previous")}
            </a>
          )}
          <span>{t("list.page", { page, pages })}</span>
          {page < pages && (
            <a rel="next" href={to(page + 1)}>
              {t("list.next")}
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
