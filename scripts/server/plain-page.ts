import type { IncomingMessage } from "node:http";

/** Whether a request is for a page in English, told by its address. */
export function isEnglish(request: IncomingMessage): boolean {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  return path === "/en" || path.startsWith("/en/");
}

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.55 Georgia,serif;max-width:36rem;margin:4rem auto;padding:0 1rem;background:light-dark(#fbf8f1,#141311);color:light-dark(#1d1b17,#efe9dd)}h1{line-height:1.15}";

/** A page that needs nothing but itself, for when the app cannot draw one. The texts are our own, never a visitor's. */
export function plainPage({ english, title, lines }: { english: boolean; title: string; lines: readonly string[] }) {
  const body = lines.map((line) => `<p>${line}</p>`).join("");
  return `<!doctype html><html lang="${english ? "en" : "sv"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}
