import { Zip, ZipDeflate } from "fflate";
import { withoutControls } from "../rules/spreadsheet-cell";
import { DeflatedPart } from "./deflated-part";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org";
const SHEET = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;

/** The fixed parts of a workbook with one sheet (ECMA-376). Style 1 is a heading, style 2 plain text: "@" keeps +46 and 001. */
const PARTS: readonly (readonly [path: string, xml: string])[] = [
  [
    "[Content_Types].xml",
    `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    "xl/styles.xml",
    `<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

/**
 * Rows as an Excel workbook of text cells, which no spreadsheet runs as formulas, with a heading row that stays in view.
 * Written and compressed batch by batch, so that memory does not grow with the list.
 */
export async function* xlsxFile(
  sheetName: string,
  headings: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [path, xml] of [...PARTS, ["xl/workbook.xml", workbook(sheetName)] as const]) {
    const part = new ZipDeflate(path);
    zip.add(part);
    part.push(Buffer.from(XML + xml), true);
  }
  const sheet = new DeflatedPart("xl/worksheets/sheet1.xml");
  zip.add(sheet);
  try {
    await sheet.push(Buffer.from(XML + sheetStart(headings)));
    let line = 1;
    for await (const batch of batches) {
      await sheet.push(Buffer.from(batch.map((cells) => row(++line, cells, 2)).join("")));
      yield* ready.splice(0);
    }
    await sheet.push(Buffer.from("</sheetData></worksheet>"));
    await sheet.end();
  } finally {
    sheet.terminate();
  }
  zip.end();
  yield* ready.splice(0);
}

function workbook(sheetName: string): string {
  return `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheetName.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function sheetStart(headings: readonly string[]): string {
  const widths = headings.map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="24" customWidth="1"/>`);
  return `<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${row(1, headings, 1)}`;
}

function row(number: number, cells: readonly string[], style: 1 | 2): string {
  let written = "";
  for (const [index, text] of cells.entries())
    if (text !== "")
      written += `<c r="${columnName(index)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  return `<row r="${number}">${written}</row>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function escaped(text: string): string {
  if (/^[\x20!#-%'-;=?-~\u00a0-\u024f]*$/.test(text)) return text;
  return withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
