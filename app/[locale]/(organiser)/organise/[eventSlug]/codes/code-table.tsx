import type { Locale } from "@/lib/core/localised";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { ListedVoucher } from "@/lib/ticketing/queries/list-vouchers";
import { ToolForm } from "../../../_form/tool-form";
import tableStyles from "../../../_frame/table.module.css";
import { end } from "./actions";

type Props = { readonly vouchers: readonly ListedVoucher[]; readonly slug: string; readonly locale: Locale };

/** The codes, each with what it does, how often it is used and how often it still may be, and its last day to change. */
export function CodeTable({ vouchers, slug, locale }: Props) {
  const t = translator(locale, "codes");
  const texts = { submit: t("save"), working: t("working"), errorTitle: t("errorTitle") };
  return (
    <div className={tableStyles["scroll"]}>
      <table className={tableStyles["table"]}>
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("does")}</th>
            <th scope="col" className={tableStyles["number"]}>
              {t("used")}
            </th>
            <th scope="col" className={tableStyles["number"]}>
              {t("left")}
            </th>
            <th scope="col">{t("note")}</th>
            <th scope="col">{t("validThrough")}</th>
          </tr>
        </thead>
        <tbody>
          {vouchers.map((voucher) => (
            <tr key={voucher.code}>
              <th scope="row">{voucher.code}</th>
              <td>{[voucher.category?.[locale], discount(voucher, locale)].filter(Boolean).join(", ")}</td>
              <td className={tableStyles["number"]}>{formatNumber(voucher.used, locale)}</td>
              <td className={tableStyles["number"]}>
                {voucher.capacity === null
                  ? t("noLimit")
                  : formatNumber(Math.max(0, voucher.capacity - voucher.used), locale)}
              </td>
              <td>{voucher.note}</td>
              <td>
                <ToolForm
                  action={end}
                  hidden={{ event: slug, language: locale, code: voucher.code }}
                  fields={[
                    {
                      name: "validThrough",
                      label: t("lastDayOf", { code: voucher.code }),
                      type: "date",
                      value: voucher.validThrough ?? "",
                    },
                  ]}
                  texts={texts}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function discount({ offPerMille, offOre }: ListedVoucher, locale: Locale): string | null {
  const t = translator(locale, "codes");
  if (offPerMille !== null) return t("percentOff", { percent: formatNumber(offPerMille / 10, locale) });
  return offOre === null ? null : t("amountOff", { amount: formatMoney({ minor: offOre, currency: "SEK" }, locale) });
}
