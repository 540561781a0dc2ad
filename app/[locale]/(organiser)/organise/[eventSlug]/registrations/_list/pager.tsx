import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { PAGE_SIZE } from "@/lib/reports/queries/list-registrations";
import type { RegistrationTable } from "@/lib/reports/queries/registration-table";
import toolStyles from "../../../../_frame/tools.module.css";
import { type ListView, listQuery } from "./view";

type Props = {
  readonly view: ListView;
  readonly table: RegistrationTable;
  readonly locale: Locale;
  readonly path: string;
};

/** Which part of the list this is, and the way to the next. */
export function Pager({ view, table, locale, path }: Props) {
  const t = translator(locale, "organiser");
  const { page, pages, total, rows } = table;
  const from = (page - 1) * PAGE_SIZE + 1;
  return (
    <div className={toolStyles["pager"]}>
      <span>
        {t("list.shown", {
          from: formatNumber(from, locale),
          to: formatNumber(from + rows.length - 1, locale),
          total: formatNumber(total, locale),
        })}
      </span>
      {pages > 1 && (
        <nav aria-label={t("list.pages")} className={toolStyles["pages"]}>
          {page > 1 && (
            <a rel="prev" href={path + listQuery(view, { page: page - 1 })}>
              {t("list.previous")}
            </a>
          )}
          <span>{t("list.page", { page, pages })}</span>
          {page < pages && (
            <a rel="next" href={path + listQuery(view, { page: page + 1 })}>
              {t("list.next")}
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
