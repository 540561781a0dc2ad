import { gzipSync } from "node:zlib";
import type { Measure } from "../measure";
import { spread } from "../statistics";

/** JavaScript that a modern browser fetches with the page, gzipped, beyond what an empty Next page loads. */
export const javascript: Measure = async ({ small, empty }) => {
  const floor = await scriptBytes(`${empty.url}/`);
  const page = `${small.url}/events/${small.event.slug}`;
  const pages = [
    { what: "event page", url: page, limit: 15 },
    { what: "registration page", url: `${page}/register`, limit: 45 },
  ];
  return Promise.all(
    pages.map(async ({ what, url, limit }) => {
      const own = await scriptBytes(url);
      const beyond = (own - floor) / 1000;
      return {
        number: "6",
        what: `JavaScript on the ${what}, gzip`,
        against: "beyond an empty Next page",
        figure: spread([beyond]),
        unit: "kB",
        target: `≤ ${limit} kB`,
        met: beyond <= limit,
        detail: `${(own / 1000).toFixed(1)} kB in all, ${(floor / 1000).toFixed(1)} kB on the empty page (Next and React). Files only; the page's own data within the HTML is not counted.`,
      };
    }),
  );
};

async function scriptBytes(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const html = await answer.text();
  const scripts = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const isScript = tag.startsWith("<script") && !/\bnomodule\b/i.test(tag);
    const isPreload = /rel="(?:modulepreload|preload)"/.test(tag) && /as="script"|modulepreload/.test(tag);
    const [, path] = /\b(?:src|href)="([^"]+)"/.exec(tag) ?? [];
    if (path && (isScript || isPreload)) scripts.add(new URL(path, url).href);
  }
  if (scripts.size === 0) throw new Error(`${url} loads no script at all: is it the page?`);
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer())).length;
  return bytes;
}
