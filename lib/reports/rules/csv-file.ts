import { stringify } from "csv-stringify/sync";
import { inertText } from "./spreadsheet-cell";

/**
 * Rows as CSV the way Swedish Excel opens it by a double click: semicolons, UTF-8 with a byte order mark, CRLF, no `sep=`
 * line. One chunk a batch, so that memory does not grow with the list.
 */
export async function* csvFile(
  headings: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  yield encode(`\uFEFF${lines([headings])}`);
  for await (const batch of batches) yield encode(lines(batch));
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(inertText)),
    // A lone CR or LF inside a cell ends the row too, unless it is quoted.
    { delimiter: ";", record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );
}

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);
