import { describe, expect, it } from "vitest";
import { matchMunicipality, municipalityName } from "@/lib/core/municipalities";
import { MUNICIPALITIES, REGIONS } from "@/lib/core/municipality-register";

describe("the register", () => {
  it("holds 290 municipalities and 21 regions, each code and name once", () => {
    expect(MUNICIPALITIES).toHaveLength(290);
    expect(REGIONS).toHaveLength(21);
    expect(new Set([...MUNICIPALITIES, ...REGIONS].map(({ code }) => code)).size).toBe(311);
    expect(new Set([...MUNICIPALITIES, ...REGIONS].map(({ name }) => name)).size).toBe(311);
  });

  it("has municipal codes of four digits under their county, in order", () => {
    const counties = new Set(REGIONS.map(({ code }) => code));
    const codes = MUNICIPALITIES.map(({ code }) => code);
    expect(codes.filter((code) => !/^\d{4}$/.test(code) || !counties.has(code.slice(0, 2)))).toEqual([]);
    expect(codes).toEqual([...codes].sort());
  });

  it("has as many municipalities in each county as Sweden has", () => {
    const perCounty = REGIONS.map(({ code }) => MUNICIPALITIES.filter((m) => m.code.startsWith(code)).length);
    expect(perCounty).toEqual([26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14]);
  });

  it.each([
    ["0180", "Stockholm"],
    ["0330", "Knivsta"],
    ["0331", "Heby"],
    ["0484", "Eskilstuna"],
    ["0860", "Hultsfred"],
    ["0980", "Gotland"],
    ["1264", "Skurup"],
    ["1280", "Malmö"],
    ["1281", "Lund"],
    ["1287", "Trelleborg"],
    ["1480", "Göteborg"],
    ["1880", "Örebro"],
    ["2480", "Umeå"],
    ["2584", "Kiruna"],
    ["12", "Region Skåne"],
    ["14", "Västra Götalandsregionen"],
  ])("knows %s as %s", (code, name) => {
    expect(municipalityName(code)).toBe(name);
  });

  it("does not know a code outside the register", () => {
    expect(municipalityName("9999")).toBeNull();
  });
});

describe("what people type", () => {
  it.each([
    ["Trelleborg", "1287"],
    ["Trelleborgs kommun", "1287"],
    ["Trellborgs kommun", "1287"],
    ["trelleborg kommun", "1287"],
    ["  TRELLEBORGS   KOMMUN ", "1287"],
    ["Göteborgs stad", "1480"],
    ["Göteborgs Stad, Socialförvaltningen Hisingen", "1480"],
    ["Arbetsmarknadsförvaltningen, Trelleborgs kommun", "1287"],
    ["Malmö stad", "1280"],
    ["Borås Stad", "1490"],
    ["Marks kommun", "1463"],
    ["Falu kommun", "2080"],
    ["Habo kommun", "0643"],
    ["Håbo kommun", "0305"],
    ["Upplands-Väsby", "0114"],
    ["Malung Sälens kommun", "2023"],
    ["Dals-Eds kommun", "1438"],
    ["Region Skåne", "12"],
    ["Region Skaane", "12"],
    ["VGR", "14"],
    ["Region Gotland", "0980"],
    ["Gotlands kommun", "0980"],
    ["Eskilstna kommun", "0484"],
  ])("%s is %s", (text, code) => {
    expect(matchMunicipality(text)).toBe(code);
  });

  it.each([
    "",
    "   ",
    "kommun",
    "Arbetsförmedlingen",
    "Länsstyrelsen Skåne",
    "Kommunförbundet Skåne",
    "Lunds universitet",
    "Linnéuniversitetet",
    "Rädda Barnen",
    "Österreichischer Städtebund",
    "Kal",
    "<script>alert(1)</script>",
    "🙂",
  ])("%j is none", (text) => {
    expect(matchMunicipality(text)).toBeNull();
  });

  it("leaves a misspelling that could be two municipalities alone", () => {
    // One letter from Karlskrona and one from Karlskoga.
    expect(matchMunicipality("Karlskona")).toBeNull();
    expect(matchMunicipality("Karlskoona")).toBe("1080");
  });

  it("finds every municipality by its name, its genitive and its kind", () => {
    const missed = MUNICIPALITIES.filter(
      ({ code, name }) =>
        matchMunicipality(name) !== code ||
        matchMunicipality(`${name} kommun`) !== code ||
        matchMunicipality(`${name}s kommun`) !== code,
    );
    expect(missed).toEqual([]);
  });

  it("answers a megabyte of text quickly", () => {
    const started = performance.now();
    expect(matchMunicipality("trelleborg ".repeat(100_000))).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
