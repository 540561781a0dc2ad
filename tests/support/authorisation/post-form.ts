import { setTimeout } from "node:timers/promises";

/** A form as it stands in a page, posted the way a browser without scripts does. */
export type PlainForm = { readonly page: string; readonly fields: readonly (readonly [string, string])[] };

/** Fetches a page with a cookie and reads the fields of its form that calls a server action, the first unless told otherwise; less than nothing counts from the last. Throws when there is none. */
export async function readForm(siteUrl: string, page: string, cookie: string, nth = 0): Promise<PlainForm> {
  const html = await (await fetch(siteUrl + page, { headers: { cookie } })).text();
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].filter(([text]) => text.includes("$ACTION_")).at(nth);
  if (!form) throw new Error(`${page} has no form with an action`);
  return {
    page,
    fields: [...inputs(form[0]), ...choices(form[0]), ...longTexts(form[0])].filter(([name]) => name !== ""),
  };
}

type Field = readonly [name: string, value: string];

function inputs(form: string): Field[] {
  const tags = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const sent = tags.filter((tag) => !/type="(checkbox|radio)"/.test(tag) || /\schecked\b/.test(tag));
  return sent.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]);
}

function choices(form: string): Field[] {
  return [...form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = "", within = ""]) => {
    const options = [...within.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0] ?? "";
    return [attribute(tag, "name"), attribute(chosen, "value")];
  });
}

function longTexts(form: string): Field[] {
  const areas = [...form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)];
  return areas.map(([, tag = "", text = ""]) => [attribute(tag, "name"), unescaped(text.replace(/^\n/, ""))]);
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function unescaped(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Posts a form with other values in some fields, as whoever holds the cookie. */
export function postForm(
  siteUrl: string,
  { page, fields }: PlainForm,
  cookie: string,
  filled: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of fields) if (!(name in filled)) body.append(name, value);
  for (const [name, value] of Object.entries(filled)) body.append(name, value);
  return fetch(siteUrl + page, { method: "POST", body, redirect: "manual", headers: { cookie, origin: siteUrl } });
}

/** Registers somebody new through the page's form; where the browser is sent. */
export async function registerByForm(url: string, form: PlainForm, cookie: string): Promise<string> {
  const person = { name: "Ny Deltagare", email: `ny-${crypto.randomUUID()}@example.org`, consent: "true" };
  const answer = await postForm(url, form, cookie, { ...person, key: crypto.randomUUID() });
  return answer.headers.get("location") ?? `status ${answer.status}`;
}

/** A form that is sent faster than a person could is asked for again. */
export function asSlowAsAPerson(): Promise<void> {
  return setTimeout(2_100);
}
