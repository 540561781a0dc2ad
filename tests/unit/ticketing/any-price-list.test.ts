import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceList } from "@/lib/ticketing/price-list";
import { quote } from "@/lib/ticketing/quote";
import { discountLines } from "@/lib/ticketing/rules/discount";
import { totals } from "@/lib/ticketing/rules/totals";

const DATES = ["2026-05-01", "2026-05-02", "2026-05-03"];
const text = (name: string) => ({ sv: name, en: name });
const ore = fc.integer({ min: 0, max: 5_000_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.constantFrom("2026-03-31", "2026-04-01", "2026-04-02");
const dayPrices = fc
  .subarray(DATES)
  .chain((dates) =>
    fc.tuple(
      ...dates.map((date) =>
        fc.record({ date: fc.constant(date), text: fc.constant(text(date)), ore, earlyOre: maybe(ore) }),
      ),
    ),
  );
const category = fc.record({
  key: fc.constantFrom("a", "b"),
  name: fc.constant(text("Namn")),
  ore,
  earlyOre: maybe(ore),
  earlyUntil: maybe(fc.constant("2026-04-01")),
  vatPerMille: fc.constantFrom(0, 60, 120, 250),
  currency: fc.constant("SEK"),
  days: dayPrices,
});
const priceList: fc.Arbitrary<PriceList> = fc.record({
  dates: fc.constant(DATES),
  categories: fc.array(category, { minLength: 1, maxLength: 2 }),
  sessions: fc.array(
    fc.record({
      id: fc.constantFrom("x", "y"),
      title: fc.constant(text("Pass")),
      ore,
      vatPerMille: fc.constantFrom(120, 250),
    }),
    { maxLength: 2 },
  ),
});
const choice = fc.record({
  category: fc.constantFrom("a", "b"),
  dates: fc.subarray(DATES),
  sessionIds: fc.subarray(["x", "y"]),
});
const discount = fc.record({
  code: fc.constant("KOD"),
  category: maybe(fc.constantFrom("a", "b")),
  offPerMille: maybe(fc.integer({ min: 1, max: 1000 })),
  offOre: maybe(fc.integer({ min: 1, max: 9_000_000 })),
});

describe("any price list and any choice", () => {
  it("never costs less than nothing, nor more with a code, and is whole öre", () => {
    fc.assert(
      fc.property(priceList, choice, maybe(discount), day, (list, chosen, code, on) => {
        const full = quote(list, chosen, null, on);
        const { lines, totals: sum } = quote(list, chosen, code, on);
        expect(sum.netOre).toBeGreaterThanOrEqual(0);
        expect(sum.netOre).toBeLessThanOrEqual(full.totals.netOre);
        expect(sum.netOre + sum.vatOre).toBe(sum.grossOre);
        expect(lines.every(({ netOre }) => Number.isInteger(netOre) && netOre !== 0)).toBe(true);
        for (const rate of sum.rates) expect(rate.netOre).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("some of the days never cost more than all of them, and a day more never less where each day is sold", () => {
    fc.assert(
      fc.property(priceList, choice, fc.constantFrom(...DATES), day, (list, chosen, more, on) => {
        const net = (dates: readonly string[]) => quote(list, { ...chosen, dates }, null, on).totals.netOre;
        expect(net(chosen.dates)).toBeLessThanOrEqual(net(DATES));
        const isSold = list.categories.every(({ days }) => days.length === DATES.length);
        if (isSold) expect(net([...chosen.dates, more])).toBeGreaterThanOrEqual(net(chosen.dates));
      }),
    );
  });

  it("a code over several rates takes off exactly what it says, no rate below nothing", () => {
    const line = fc.record({
      kind: fc.constant("SESSION" as const),
      text: fc.constant(text("Rad")),
      netOre: fc.integer({ min: 1, max: 1_000_000 }),
      vatPerMille: fc.constantFrom(0, 60, 120, 250),
      currency: fc.constant("SEK"),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), discount, (lines, code) => {
        const off = discountLines(lines, { ...code, category: null }, "a");
        const { netOre: net } = totals(lines);
        const wanted = Math.min(net, Math.round((net * (code.offPerMille ?? 0)) / 1000) + (code.offOre ?? 0));
        expect(off.reduce((sum, { netOre }) => sum - netOre, 0)).toBe(wanted);
        for (const rate of totals([...lines, ...off]).rates) expect(rate.netOre).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
