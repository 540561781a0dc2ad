import type { Discount, PriceLine } from "../price-list";

/**
 * The lines that a code adds: one for each VAT rate, so that the tax is lowered with the price. First the share, then the
 * amount; together never more than the price. Rounded to whole öre in all, and the öre dealt out between the rates.
 */
export function discountLines(lines: readonly PriceLine[], discount: Discount, category: string): readonly PriceLine[] {
  if (discount.category !== null && discount.category !== category) return [];
  const net = sum(lines);
  const share = Math.round((net * (discount.offPerMille ?? 0)) / 1000);
  const off = Math.min(net, share + (discount.offOre ?? 0));
  const [first] = lines;
  if (off <= 0 || !first) return [];
  const rates = [...new Set(lines.map(({ vatPerMille }) => vatPerMille))];
  const text = { sv: `Kod ${discount.code}`, en: `Code ${discount.code}` };
  let ratesNet = 0;
  let dealt = 0;
  return rates.flatMap((vatPerMille): PriceLine[] => {
    ratesNet += sum(lines.filter((line) => line.vatPerMille === vatPerMille));
    // What has been dealt follows what has been passed, so the parts add up to the whole whatever each is rounded to.
    const until = Math.round((off * ratesNet) / net);
    const netOre = dealt - until;
    dealt = until;
    return netOre < 0 ? [{ kind: "DISCOUNT", text, netOre, vatPerMille, currency: first.currency }] : [];
  });
}

function sum(lines: readonly PriceLine[]): number {
  return lines.reduce((total, { netOre }) => total + netOre, 0);
}
