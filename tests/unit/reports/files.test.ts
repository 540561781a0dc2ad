import readExcel from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { attachment } from "@/lib/core/content-disposition";
import { searchPatterns } from "@/lib/core/search-patterns";
import { csvFile } from "@/lib/reports/formats/csv-file";
import { xlsxFile } from "@/lib/reports/formats/xlsx-file";
import { inertText } from "@/lib/reports/rules/spreadsheet-cell";

async function* batches(...all: string[][][]) {
  yield* all;
}

async function bytes(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

describe("a text no spreadsheet runs", () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ["+46 70 123 45 67", "'+46 70 123 45 67"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["  =1", "'  =1"],
    ["\n=1", "'\n=1"],
  ])("%j becomes %j", (text, inert) => {
    expect(inertText(text)).toBe(inert);
  });
  it.each(["Åsa Öberg", "a=b", "1-2", "namn@kommun.se", "", "7"])("%j stays as it is", (text) => {
    expect(inertText(text)).toBe(text);
  });
  it("drops what neither file can carry", () => {
    expect(inertText("a\u0000b\u001bc\ud800")).toBe("abc\ufffd");
  });
});

describe("a CSV file", () => {
  it("is what Swedish Excel opens by a double click, byte for byte", async () => {
    const file = await bytes(
      csvFile(["Namn", "Ort; län"], batches([["Åsa", 'sa "hej"']], [["=1+1", "rad ett\nrad två"]], [])),
    );
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.subarray(3).toString()).toBe('Namn;"Ort; län"\r\nÅsa;"sa ""hej"""\r\n\'=1+1;"rad ett\nrad två"\r\n');
  });
  it("has its headings also when nobody is in it", async () => {
    expect((await bytes(csvFile(["Namn"], batches()))).toString()).toBe("\uFEFFNamn\r\n");
  });
});

describe("an Excel file", () => {
  const read = async (headings: string[], ...rows: string[][][]) => {
    const [sheet] = await readExcel(await bytes(xlsxFile("Anmälningar & svar", headings, batches(...rows))));
    return sheet;
  };
  it("is read back as the same texts by another program", async () => {
    const sheet = await read(
      ["Namn", "Telefon"],
      [['Åsa <Öberg> & "co"', "+46 70"]],
      [
        ["=1+1", "007"],
        ["", "x\ny"],
      ],
    );
    expect(sheet).toEqual({
      sheet: "Anmälningar & svar",
      data: [
        ["Namn", "Telefon"],
        ['Åsa <Öberg> & "co"', "+46 70"],
        ["=1+1", "007"],
        [null, "x\ny"],
      ],
    });
  });
  it("has columns beyond Z and rows beyond one batch", async () => {
    const headings = Array.from({ length: 60 }, (_, index) => `K${index}`);
    const sheet = await read(headings, [headings], [headings]);
    expect(sheet?.data).toEqual([headings, headings, headings]);
  });
});

describe("a file's name", () => {
  it("is readable in ASCII and whole in UTF-8", () => {
    expect(attachment("Anmälningar Tillgång (2026).csv")).toBe(
      "attachment; filename=\"Anmalningar Tillgang (2026).csv\"; filename*=UTF-8''Anm%C3%A4lningar%20Tillg%C3%A5ng%20%282026%29.csv",
    );
  });
  it("cannot break out of its header", () => {
    const header = attachment('a"\r\nSet-Cookie: x=1; b/../c.csv');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.split('"')).toHaveLength(3);
  });
});

it("takes what is typed in the search box literally", () => {
  expect(searchPatterns("  100% _a\\b ")).toEqual(["%100\\%%", "%\\_a\\\\b%"]);
  expect(searchPatterns("")).toEqual([]);
});
