import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/platform/read-table";
import { csvFile } from "@/lib/reports/formats/csv-file";
import { xlsxFile } from "@/lib/reports/formats/xlsx-file";

const limits = { bytes: 100_000, rows: 5 };
const pasted = (text: string) => readTable({ kind: "pasted", text }, limits);
const file = (bytes: Uint8Array<ArrayBuffer>) => readTable({ kind: "file", bytes }, limits);

async function* once(rows: string[][]) {
  yield rows;
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return new Uint8Array(Buffer.concat(parts));
}

const anna = { ok: true, value: [{ number: 1, cells: ["Anna Ek", "anna@example.org"] }] };

describe("a list that was pasted", () => {
  it.each([
    ["tabs", "Anna Ek\tanna@example.org"],
    ["semicolons", '"Anna Ek";anna@example.org\r\n'],
    ["commas", "Anna Ek, anna@example.org"],
    ["a mark for the byte order, and odd spaces", "\ufeffAnna\u00a0 Ek\t anna@example.org\u200b"],
  ])("is read with %s", async (_, text) => {
    expect(await pasted(text)).toEqual(anna);
  });

  it("keeps a comma inside a cell of a list with tabs, and a line break inside quotes as a space", async () => {
    expect(await pasted('Ek, Anna\t"a\nb"')).toMatchObject({ value: [{ cells: ["Ek, Anna", "a b"] }] });
  });

  it("keeps the numbers of rows in the spreadsheet when some are blank", async () => {
    expect(await pasted("\n\t\nAnna\n\nBo")).toMatchObject({ value: [{ number: 3 }, { number: 5 }] });
  });

  it.each([
    ["empty", " \n\t\n"],
    ["too_many_rows", "a\nb\nc\nd\ne\nf"],
    ["too_large", "å".repeat(50_001)],
    ["unreadable", "a\0b"],
    ["unreadable", '"never closed'],
  ])("is refused as %s", async (code, text) => {
    expect(await pasted(text)).toMatchObject({ ok: false, code });
  });
});

describe("a file with a list", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("Åsa;Öst")],
    ["Windows-1252", Uint8Array.from(Buffer.from("Åsa;Öst", "latin1"))],
    ["UTF-16", Uint8Array.from(Buffer.from("\ufeffÅsa;Öst", "utf16le"))],
  ])("is read as %s", async (_, bytes) => {
    expect(await file(bytes)).toMatchObject({ value: [{ cells: ["Åsa", "Öst"] }] });
  });

  it("comes back as it was exported, also what begins like a formula", async () => {
    const row = ["Åsa Öst", "+46 70 123 45 67", "=1+1"];
    for (const made of [csvFile(["a", "b", "c"], once([row])), xlsxFile("Blad", ["a", "b", "c"], once([row]))]) {
      expect(await file(await whole(made))).toMatchObject({ value: [{ number: 1 }, { number: 2, cells: row }] });
    }
  });

  it("is refused as a picture, as an archive that is no spreadsheet, and as one that would fill the memory", async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
    expect(await file(picture)).toMatchObject({ code: "unreadable" });
    const archive = zipSync({ "a.txt": new Uint8Array(10) }) as Uint8Array<ArrayBuffer>;
    expect(await file(archive)).toMatchObject({ code: "unreadable" });
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(6_000_000) }) as Uint8Array<ArrayBuffer>;
    expect(bomb.byteLength).toBeLessThan(limits.bytes);
    expect(await file(bomb)).toMatchObject({ code: "too_large" });
  });
});
