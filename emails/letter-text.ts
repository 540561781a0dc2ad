import type { Letter } from "./letter";
import { proseText } from "./prose-text";
import { WIDTH, wrapped } from "./wrapped";

/** The letter as plain text: 72 characters a line, links on a line of their own. */
export function letterText(letter: Letter): string {
  const { date, title, heading, paragraphs, code, facts, action, next, contact, footer } = letter;
  const blocks = [
    letter.masthead,
    title && [title, date && `${date.day} ${date.month}`].filter(Boolean).join("\n"),
    `${heading}\n${"=".repeat(Math.min(WIDTH, heading.length))}`,
    ...proseText(letter.prose ?? []),
    ...paragraphs,
    code && `    ${code}`,
    facts.length > 0 && facts.map(({ label, lines }) => `${label}:\n${lines.map(indented).join("\n")}`).join("\n"),
    action && [`${action.label}:\n${action.url}`, action.note && wrapped(action.note)].filter(Boolean).join("\n\n"),
    next && [next.heading, ...next.items.map((item) => wrapped(item, "- ", "  "))].join("\n"),
    contact,
    `-- \n${wrapped(footer)}`,
  ];
  return `${blocks
    .filter((block) => typeof block === "string")
    .map(tidy)
    .join("\n\n")}\n`;
}

const indented = (line: string) => wrapped(line, "  ", "  ");

/** Paragraphs of one line are wrapped; what already has lines keeps them. */
function tidy(block: string): string {
  return block.includes("\n") || block.startsWith(" ") ? block : wrapped(block);
}
