import { inertText } from "../rules/spreadsheet-cell";

/**
 * Rows as CSV the way Swedish Excel opens it by a double click: semicolons, UTF-8 with a byte order mark, CRLF, no `sep=`
 * line (RFC 4180 but for the delimiter). One chunk a batch, so that memory does not grow with the list.
 */
export async function* csvFile(
  headings: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${line(headings)}`);
  for await (const batch of batches) yield Buffer.from(batch.map(line).join(""));
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(";")}\r\n`;
}

/** A lone CR or LF inside a cell ends the row too, unless it is quoted. */
function cell(text: string): string {
  const inert = inertText(text);
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
