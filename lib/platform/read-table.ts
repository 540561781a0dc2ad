import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { fail, ok, type Result } from "@/lib/core/result";

/** A list that somebody pasted from a spreadsheet, or a file of one: XLSX, or text with tabs, semicolons or commas. */
export type TableSource =
  | { readonly kind: "pasted"; readonly text: string }
  | { readonly kind: "file"; readonly bytes: Uint8Array<ArrayBuffer> };

/** The most that is read: bytes of the text or file, rows of the list. */
export type TableLimits = { readonly bytes: number; readonly rows: number };

/** Rows with something in them. `number` is the row's number in the spreadsheet, from 1. Cells are one line each, trimmed. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] };

export type TableFailure = "empty" | "too_large" | "too_many_rows" | "unreadable";

/** A sheet of text packs some tenfold; what claims to unpack to more is made to fill the memory. */
const UNPACKED_TO_PACKED = 50;

/**
 * Reads a list. What was found out: the kind of file by its first bytes, never by its name; the text encoding (UTF-8, UTF-16
 * with a mark, else Windows-1252, which older Swedish Excel writes); the separator. Formulas are not run: a cell is the
 * value that was stored. The sign that our own exports put before `=`, `+`, `-` and `@` is taken away again.
 */
export async function readTable(
  source: TableSource,
  limits: TableLimits,
): Promise<Result<readonly TableRow[], TableFailure>> {
  const size = source.kind === "pasted" ? Buffer.byteLength(source.text) : source.bytes.byteLength;
  if (size > limits.bytes) return fail("too_large");
  const cells = await cellsOf(source, limits);
  if (!Array.isArray(cells)) return fail(cells);
  const rows = cells
    .map((row, index) => ({ number: index + 1, cells: row.map(tidyCell) }))
    .filter((row) => row.cells.some((cell) => cell !== ""));
  if (rows.length === 0) return fail("empty");
  return rows.length > limits.rows ? fail("too_many_rows") : ok(rows);
}

async function cellsOf(source: TableSource, limits: TableLimits): Promise<unknown[][] | TableFailure> {
  if (source.kind === "pasted") return separated(source.text);
  return isZip(source.bytes) ? sheet(source.bytes, limits) : separated(decoded(source.bytes));
}

/** Every XLSX file is a ZIP archive (ECMA-376 part 2); those begin with "PK" and 3, 4. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

async function sheet(bytes: Uint8Array<ArrayBuffer>, limits: TableLimits): Promise<unknown[][] | TableFailure> {
  try {
    if (unpackedSize(bytes) > limits.bytes * UNPACKED_TO_PACKED) return "too_large";
    const { buffer, byteOffset, byteLength } = bytes;
    return await readSheet(buffer.slice(byteOffset, byteOffset + byteLength));
  } catch {
    // The reader throws on archives that are no spreadsheet, are damaged or have a password.
    return "unreadable";
  }
}

/** What an archive says it unpacks to, in bytes. The unpacker writes no more than that, whatever is packed. */
function unpackedSize(archive: Uint8Array): number {
  let size = 0;
  unzipSync(archive, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function separated(text: string): unknown[][] | TableFailure {
  // A byte that no text has: an old .xls, a PDF, a picture.
  if (text.includes("\0")) return "unreadable";
  try {
    return parse(text.replace(/^\ufeff/, ""), {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch {
    return "unreadable";
  }
}

function separatorOf(text: string): string {
  const count = (separator: string) => text.split(separator).length;
  if (text.includes("\t")) return "\t";
  return text.includes(";") && count(";") >= count(",") ? ";" : ",";
}

function tidyCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? dateOrTime(value) : String(value);
  return text
    .normalize("NFC")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}

/** A spreadsheet keeps a time of the day as a moment of its day nought, the last of 1899 or the first of 1900. */
function dateOrTime(value: Date): string {
  return value.getUTCFullYear() <= 1900 ? value.toISOString().slice(11, 16) : value.toISOString().slice(0, 10);
}
