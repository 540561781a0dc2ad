import type { Block, Span } from "@/lib/core/prose";
import { type Html, href, html } from "./html";
import { style } from "./letter-style";

/** An organiser's text in a letter. Every piece of text is escaped; links are those the parser let through. */
export function proseHtml(blocks: readonly Block[]): readonly Html[] {
  return blocks.map((block) => {
    if (block.kind === "list") return listHtml(block);
    const spans = spansHtml(block.spans);
    return block.kind === "heading"
      ? html`<h2 class="ink" style="${style.subheading}">${spans}</h2>`
      : html`<p class="ink" style="${style.paragraph}">${spans}</p>`;
  });
}

function listHtml({ first, items: written }: Extract<Block, { kind: "list" }>): Html {
  const items = written.map((item) => html`<li class="ink" style="${style.item}">${itemHtml(item)}</li>`);
  return first === null
    ? html`<ul style="${style.proseList}">${items}</ul>`
    : html`<ol start="${first}" style="${style.proseList}">${items}</ol>`;
}

/** An item of one paragraph is its line alone. */
function itemHtml(blocks: readonly Block[]): readonly Html[] {
  const [first, ...rest] = blocks;
  return first?.kind === "paragraph" ? [...spansHtml(first.spans), ...proseHtml(rest)] : proseHtml(blocks);
}

function spansHtml(spans: readonly Span[]): readonly Html[] {
  return spans.map((span) => {
    if (span.kind === "text") return html`${span.text}`;
    if (span.kind === "break") return html`<br>`;
    if (span.kind === "strong") return html`<strong>${spansHtml(span.spans)}</strong>`;
    if (span.kind === "link") return html`<a href="${href(span.url)}">${spansHtml(span.spans)}</a>`;
    return html`<em>${spansHtml(span.spans)}</em>`;
  });
}
