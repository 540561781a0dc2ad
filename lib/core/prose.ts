import type { Nodes, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";

/** A piece of a line. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "strong" | "emphasis"; readonly spans: readonly Span[] }
  | { readonly kind: "link"; readonly url: string; readonly spans: readonly Span[] };

/** What a letter's text is made of. There is no other markup: everything else in the source is text. */
export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly spans: readonly Span[] }
  | { readonly kind: "list"; readonly first: number | null; readonly items: readonly (readonly Block[])[] };

const PLAIN = [
  ...["htmlFlow", "htmlText", "labelStartImage", "codeFenced", "codeIndented", "codeText"],
  ...["blockQuote", "definition", "setextUnderline", "thematicBreak"],
];
const KEPT = 64;
const parsed = new Map<string, readonly Block[]>();

/**
 * The Markdown that letters are written in, as a tree: paragraphs whose lines stay lines, headings, lists, bold, italic, and
 * links to web pages and mailboxes. Images, raw HTML and all else is what it looks like: text.
 */
export function parseProse(markdown: string): readonly Block[] {
  const known = parsed.get(markdown);
  if (known) return known;
  const blocks = read(markdown).children.flatMap(blockOf);
  // Thousands of mails are made of a few texts.
  const [oldest] = parsed.keys();
  if (parsed.size >= KEPT && oldest !== undefined) parsed.delete(oldest);
  parsed.set(markdown, blocks);
  return blocks;
}

/** The first link that letters do not carry, as it was written: anywhere but a web page or a mailbox, or with a field in it. */
export function strangeLink(markdown: string): string | null {
  const links: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === "link" && (/%7B%7B|\{\{/i.test(node.url) || !linkAddress(node.url))) links.push(node.url);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(read(markdown));
  return links[0] ?? null;
}

/** The same text with every piece of text in it replaced; what comes back stays text. */
export function mapProse(blocks: readonly Block[], fill: (text: string) => string): readonly Block[] {
  return blocks.map((block) =>
    block.kind === "list"
      ? { ...block, items: block.items.map((item) => mapProse(item, fill)) }
      : { ...block, spans: mapSpans(block.spans, fill) },
  );
}

/** What the pieces say, on one line. */
export function plainSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => ("spans" in span ? plainSpans(span.spans) : span.kind === "text" ? span.text : " "))
    .join("");
}

function mapSpans(spans: readonly Span[], fill: (text: string) => string): readonly Span[] {
  return spans.map((span) => {
    if ("spans" in span) return { ...span, spans: mapSpans(span.spans, fill) };
    return span.kind === "text" ? { ...span, text: fill(span.text) } : span;
  });
}

function read(markdown: string) {
  return fromMarkdown(markdown, {
    extensions: [{ disable: { null: PLAIN } }, gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
}

function blockOf(node: Nodes): Block[] {
  if (node.type === "paragraph" || node.type === "heading")
    return [{ kind: node.type, spans: node.children.flatMap(spanOf) }];
  if (node.type !== "list") return [];
  const items = node.children.map((item) => item.children.flatMap(blockOf));
  return [{ kind: "list", first: node.ordered ? (node.start ?? 1) : null, items }];
}

function spanOf(node: PhrasingContent): Span[] {
  if (node.type === "text") return linesOf(node.value);
  if (node.type === "break") return [{ kind: "break" }];
  if (!("children" in node)) return [];
  const spans = node.children.flatMap(spanOf);
  if (node.type === "strong" || node.type === "emphasis") return [{ kind: node.type, spans }];
  const url = node.type === "link" ? linkAddress(node.url) : null;
  return url ? [{ kind: "link", url, spans }] : spans;
}

/** Who writes on a new line means one. */
function linesOf(text: string): Span[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [{ kind: "break" } as const] : []),
      { kind: "text" as const, text: line },
    ]);
}

function linkAddress(written: string): string | null {
  const url = URL.parse(written);
  return url && ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}
