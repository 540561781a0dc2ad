import { describe, expect, it } from "vitest";
import type { PriceList } from "@/lib/ticketing/price-list";
import { hasPrices } from "@/lib/ticketing/quote";
import { discountLines } from "@/lib/ticketing/rules/discount";
import { priceLines } from "@/lib/ticketing/rules/price-lines";
import { totals } from "@/lib/ticketing/rules/totals";
import { checkVoucher, normaliseCode } from "@/lib/ticketing/rules/voucher";

const text = (name: string) => ({ sv: name, en: name });
const WED = "2018-11-28";
const THU = "2018-11-29";

/** Both days 4,900, early 3,900 through 1 October; one day 2,900, early 2,400; the dinner 450. */
const LIST: PriceList = {
  dates: [WED, THU],
  categories: [
    {
      key: "deltagare",
      name: text("Deltagare"),
      ore: 490_000,
      earlyOre: 390_000,
      earlyUntil: "2018-10-01",
      vatPerMille: 250,
      currency: "SEK",
      days: [
        { date: WED, text: text("28 november"), ore: 290_000, earlyOre: 240_000 },
        { date: THU, text: text("29 november"), ore: 290_000, earlyOre: 240_000 },
      ],
    },
    {
      key: "student",
      name: text("Student"),
      ore: 0,
      earlyOre: null,
      earlyUntil: null,
      vatPerMille: 250,
      currency: "SEK",
      days: [],
    },
  ],
  sessions: [{ id: "dinner", title: text("Middag"), ore: 45_000, vatPerMille: 120 }],
};
const both = { category: "deltagare", dates: [WED, THU], sessionIds: [] };
const one = { ...both, dates: [THU] };
const amounts = (lines: readonly { kind: string; netOre: number }[]) => lines.map((l) => `${l.kind} ${l.netOre}`);

describe("the price of what is chosen", () => {
  it("is early through and including the last early day, and full from the day after", () => {
    expect(amounts(priceLines(LIST, both, "2018-10-01"))).toEqual(["CATEGORY 390000"]);
    expect(amounts(priceLines(LIST, both, "2018-10-02"))).toEqual(["CATEGORY 490000"]);
    expect(amounts(priceLines(LIST, one, "2018-10-01"))).toEqual(["DAY 240000"]);
    expect(amounts(priceLines(LIST, one, "2018-10-02"))).toEqual(["DAY 290000"]);
  });

  it("says which day and that the price is early, in both languages", () => {
    expect(priceLines(LIST, one, "2018-10-01")[0]?.text).toEqual({
      sv: "Deltagare, 29 november (tidigt pris)",
      en: "Deltagare, 29 november (early price)",
    });
  });

  it("is never more for some of the days than for all of them", () => {
    const three: PriceList = {
      ...LIST,
      dates: [WED, THU, "2018-11-30"],
      categories: LIST.categories.map((category) => ({ ...category, ore: 500_000, earlyOre: null })),
    };
    expect(amounts(priceLines(three, both, "2018-10-02"))).toEqual(["CATEGORY 500000"]);
  });

  it("is the whole price where a chosen day is not sold on its own", () => {
    const [category] = LIST.categories;
    if (!category) throw new Error("no category");
    const list = { ...LIST, categories: [{ ...category, days: category.days.slice(0, 1) }] };
    expect(amounts(priceLines(list, one, "2018-10-02"))).toEqual(["CATEGORY 490000"]);
  });

  it("adds sessions, also for who comes free of charge", () => {
    const choice = { category: "student", dates: [WED, THU], sessionIds: ["dinner"] };
    expect(amounts(priceLines(LIST, choice, "2018-10-02"))).toEqual(["SESSION 45000"]);
  });

  it("has no lines for what is free, and no form speaks of prices where nothing costs anything", () => {
    expect(priceLines(LIST, { category: "student", dates: [WED], sessionIds: [] }, WED)).toEqual([]);
    expect(hasPrices(LIST)).toBe(true);
    expect(hasPrices({ ...LIST, categories: LIST.categories.slice(1), sessions: [] })).toBe(false);
  });
});

describe("a code", () => {
  const code = { code: "HOST", category: null, offPerMille: null, offOre: null };
  const lines = priceLines(LIST, { ...both, sessionIds: ["dinner"] }, "2018-10-02");

  it("takes a share or an amount off, never below nothing", () => {
    expect(amounts(discountLines(lines, { ...code, offPerMille: 125 }, "deltagare"))).toEqual([
      "DISCOUNT -61250",
      "DISCOUNT -5625",
    ]);
    expect(amounts(discountLines(lines, { ...code, offOre: 10_700 }, "deltagare"))).toEqual([
      "DISCOUNT -9800",
      "DISCOUNT -900",
    ]);
    expect(amounts(discountLines(lines, { ...code, offOre: 9_999_999 }, "deltagare"))).toEqual([
      "DISCOUNT -490000",
      "DISCOUNT -45000",
    ]);
  });

  it("takes nothing off in another category than its own", () => {
    expect(discountLines(lines, { ...code, category: "student", offPerMille: 500 }, "deltagare")).toEqual([]);
  });

  it("is compared without regard to case, spaces and hyphens", () => {
    for (const typed of ["HÖST26", " höst 26 ", "Höst-26", "hö\u00adst\u201126", "ｈöst２６"])
      expect(normaliseCode(typed)).toBe("HÖST26");
  });

  it("counts through its last day and while uses are left", () => {
    const voucher = { validThrough: "2026-11-02", capacity: 3, used: 2 };
    expect(checkVoucher(voucher, "2026-11-02").ok).toBe(true);
    expect(checkVoucher(voucher, "2026-11-03")).toMatchObject({ code: "code_expired" });
    expect(checkVoucher({ ...voucher, used: 3 }, "2026-11-02")).toMatchObject({ code: "code_used_up" });
    expect(checkVoucher({ ...voucher, capacity: null, used: 99 }, "2026-11-02").ok).toBe(true);
    expect(checkVoucher(null, "2026-11-02")).toMatchObject({ code: "code_unknown" });
  });
});

describe("tax", () => {
  it("is rounded once per rate, half away from zero", () => {
    const line = { vatPerMille: 250, currency: "SEK", netOre: 2 };
    expect(totals([line])).toMatchObject({ netOre: 2, vatOre: 1, grossOre: 3 });
    expect(totals([{ ...line, netOre: -2 }])).toMatchObject({ vatOre: -1, grossOre: -3 });
    // Rounded line by line it would be two öre.
    expect(totals([line, line]).vatOre).toBe(1);
    expect(totals([line, { ...line, vatPerMille: 120, netOre: 100 }]).rates).toEqual([
      { vatPerMille: 250, netOre: 2, vatOre: 1 },
      { vatPerMille: 120, netOre: 100, vatOre: 12 },
    ]);
    expect(totals([])).toEqual({ netOre: 0, vatOre: 0, grossOre: 0, currency: "SEK", rates: [] });
  });
});
