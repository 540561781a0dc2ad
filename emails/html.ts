/** Markup that is safe to put into a page: only `html` makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | number | Html | null | false | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup with every inserted text escaped, between tags and in quoted attributes alike; inserted markup stays markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.reduce((markup, part, index) => markup + insert(values[index - 1] ?? null) + part));
}

function insert(value: Value): string {
  if (value === null || value === false) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "object") return value.map((each) => each.markup).join("");
  return String(value).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** An address for an href. Throws for anything but http, https and mailto, which no escaping would make safe. */
export function href(url: string): string {
  if (!/^(https?:\/\/|mailto:)/.test(url)) throw new Error("a link in a mail leads to a web page or a mailbox");
  return url;
}
