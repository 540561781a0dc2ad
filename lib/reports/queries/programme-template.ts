import { xlsxFile } from "../formats/xlsx-file";

/** An Excel file with headings and one row to write over: what somebody fills in to have a programme imported. */
export async function programmeTemplate(
  sheetName: string,
  headings: readonly string[],
  example: readonly string[],
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxFile(sheetName, headings, oneBatch(example))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* oneBatch(row: readonly string[]) {
  yield [row];
}
