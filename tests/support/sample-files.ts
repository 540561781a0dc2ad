import { strToU8, zipSync } from "fflate";

/** Small files of every kind there is a rule for, as their programs write them. */
export const bytesOf = (text: string): Uint8Array => strToU8(text);

export const PDF = bytesOf("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

/** One grey dot. */
export const PNG = Uint8Array.from(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64"),
);
export const JPEG = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01],
  ...[0x00, 0x01, 0x00, 0x00, 0xff, 0xd9],
]);

const OFFICE = "application/vnd.openxmlformats-officedocument";
const MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

function office(part: string, type: string): Uint8Array {
  const override = `<Override PartName="/${part}" ContentType="${type}"/>`;
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override}</Types>`;
  return zipSync({ "[Content_Types].xml": bytesOf(types), [part]: bytesOf("<x/>") });
}
export const DOCX = office("word/document.xml", `${OFFICE}.wordprocessingml.document.main+xml`);
export const XLSX = office("xl/workbook.xml", `${OFFICE}.spreadsheetml.sheet.main+xml`);
export const PPTX = office("ppt/presentation.xml", `${OFFICE}.presentationml.presentation.main+xml`);
export const DOCM = office("word/document.xml", MACROS);

const openDocument = (kind: string) =>
  zipSync({
    mimetype: [bytesOf(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    "content.xml": bytesOf("<x/>"),
  });
export const ODT = openDocument("text");
export const ODS = openDocument("spreadsheet");
export const ODP = openDocument("presentation");

export const HTML = bytesOf("<!doctype html><title>Faktura</title><script>alert(1)</script>");
export const SVG = bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
export const EXE = Uint8Array.from([0x4d, 0x5a, 0x90, 0x00, ...new Uint8Array(60), ...bytesOf("This program")]);
export const ELF = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Uint8Array(57)]);
