import type { ListRow } from "./invitation-list";

/**
 * A list as text that can be pasted again: tabs between cells, every row on the line of its own number, so that the numbers
 * told about rows stay true.
 */
export function listText(rows: readonly ListRow[]): string {
  const last = rows.at(-1)?.number ?? 0;
  const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]));
  return Array.from({ length: last }, (_, index) => {
    const cells = byNumber.get(index + 1) ?? [];
    // One tab at least, or the text might be taken to be separated by its commas.
    return (cells.length > 1 ? cells : [...cells, "", ""].slice(0, 2)).map(quoted).join("\t");
  }).join("\n");
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
