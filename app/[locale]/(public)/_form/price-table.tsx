import type { Locale } from "@/lib/core/localised";
import { formatMoney } from "@/lib/i18n/format";
import type { Quote } from "@/lib/ticketing/quote";

export type PriceTexts = {
  readonly heading: string;
  readonly net: string;
  /** By rate, in per mille: "Moms 25 %". */
  readonly vat: Readonly<Record<string, string>>;
  readonly gross: string;
  readonly free: string;
};

/** A price line by line, the tax of each rate, and what is to be paid. */
export function PriceTable({ quote, locale, texts }: { quote: Quote; locale: Locale; texts: PriceTexts }) {
  const { lines, totals } = quote;
  if (lines.length === 0) return <p>{texts.free}</p>;
  // The browser and the server may put another kind of space into an amount.
  const money = (minor: number) => (
    <td suppressHydrationWarning>{formatMoney({ minor, currency: totals.currency }, locale)}</td>
  );
  return (
    <table className="price-table">
      <caption>{texts.heading}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.kind} ${line.text.sv} ${line.vatPerMille}`}>
            <th scope="row">{line.text[locale]}</th>
            {money(line.netOre)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.net}</th>
          {money(totals.netOre)}
        </tr>
        {totals.rates.map((rate) => (
          <tr key={rate.vatPerMille}>
            <th scope="row">{texts.vat[rate.vatPerMille]}</th>
            {money(rate.vatOre)}
          </tr>
        ))}
        <tr className="price-total">
          <th scope="row">{texts.gross}</th>
          {money(totals.grossOre)}
        </tr>
      </tfoot>
    </table>
  );
}
