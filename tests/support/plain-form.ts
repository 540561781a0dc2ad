import { site } from "./site";

/** A page's form as a browser without scripts holds it: every field that is filled in when the page is opened. */
export type PlainForm = { readonly path: string; readonly fields: readonly (readonly [string, string])[] };

const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** Opens a page and reads its hidden fields and ticked boxes. */
export async function readForm(path: string): Promise<PlainForm> {
  const html = await (await fetch(site().url + path)).text();
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const sent = inputs.filter((tag) => attribute(tag, "type") === "hidden" || /\bchecked\b/.test(tag));
  return { path, fields: sent.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]) };
}

/** Fields that stand for others: several values repeat the field, none leaves it out. */
export type Changes = Readonly<Record<string, readonly (string | Blob)[]>>;

/** Sends the form as a browser without scripts does; nothing is followed. */
export async function sendForm(form: PlainForm, changes: Changes, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of form.fields) if (!(name in changes)) body.append(name, value);
  for (const [name, values] of Object.entries(changes)) for (const value of values) body.append(name, value);
  const answer = await fetch(site().url + form.path, {
    method: "POST",
    body,
    headers: { origin: site().url, ...headers },
    redirect: "manual",
  });
  return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
}
