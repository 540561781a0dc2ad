/** What somebody typed, a paragraph a line, empty ones left out. Text and nothing else: no markup, no links. */
export function paragraphsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
