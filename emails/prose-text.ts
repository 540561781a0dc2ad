import { type Block, plainSpans, type Span } from "@/lib/core/prose";
import { WIDTH, wrapped } from "./wrapped";

/** An organiser's text in plain text: its paragraphs, headings and lists, with the address of a link beside its words. */
export function proseText(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    if (block.kind === "list") return listText(block);
    const text = linesText(block.spans, "", "");
    return block.kind === "heading" ? `${text}\n${"-".repeat(Math.min(WIDTH, text.length))}` : text;
  });
}

function listText({ first, items }: Extract<Block, { kind: "list" }>): string {
  return items
    .map((item, index) => {
      const mark = first === null ? "- " : `${first + index}. `;
      const indent = " ".repeat(mark.length);
      const [head, ...rest] = item;
      const line = head && head.kind !== "list" ? linesText(head.spans, mark, indent) : mark.trim();
      const below = proseText(head && head.kind !== "list" ? rest : item);
      return [line, ...below.map((text) => text.replaceAll(/^/gm, indent))].join("\n");
    })
    .join("\n");
}

function linesText(spans: readonly Span[], first: string, rest: string): string {
  return spoken(spans)
    .split("\n")
    .map((line, index) => wrapped(line.trim(), index === 0 ? first : rest, rest))
    .join("\n");
}

function spoken(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === "text") return span.text;
      if (span.kind === "break") return "\n";
      if (span.kind !== "link") return spoken(span.spans);
      const words = plainSpans(span.spans);
      const address = span.url.replace(/^mailto:/, "");
      const isSaid = [span.url, address, address.replace(/\/$/, "")].includes(words);
      return isSaid ? words : `${words} (${address})`;
    })
    .join("");
}
