import type { Asked, Row, Verdict } from "./verdicts";

type Site = { readonly url: string };
type Asking = { readonly row: Row; readonly cookie: string; readonly house: Asked; readonly language: "" | "/en" };

/** Asks for a row's address as a role, and says what came back. */
export async function ask(site: Site, asking: Asking): Promise<string> {
  const { row, house, language } = asking;
  const path = row.path(house);
  return verdictOf(await send(site, asking, path.startsWith("/api/") ? path : language + path), house);
}

function send(site: Site, { row, cookie, house }: Asking, path: string): Promise<Response> {
  const method = row.route.startsWith("page ") ? "GET" : (row.route.split(" ")[0] ?? "");
  const { json, form, bytes } = row.body?.(house) ?? {};
  const plain = bytes ?? (form && new URLSearchParams(form).toString());
  const body = json === undefined ? plain : JSON.stringify(json);
  const plainType = bytes === undefined ? "application/x-www-form-urlencoded" : "application/octet-stream";
  const type = json === undefined ? plainType : "application/json";
  return fetch(site.url + path, {
    method,
    redirect: "manual",
    headers: { cookie, origin: site.url, ...(body === undefined ? {} : { "content-type": type }) },
    ...(body === undefined ? {} : { body }),
  });
}

async function verdictOf(answer: Response, { secrets }: Asked): Promise<Verdict | string> {
  const body = await answer.text();
  const shown = (["name", "email", "needs"] as const).filter((secret) => body.includes(secrets[secret]));
  return [closedDoor(answer) ?? "allowed", ...(shown.length > 0 ? [`shows ${shown.join(" ")}`] : [])].join(", ");
}

/** Null when the door was open: a page, a file, or the way on to one. */
function closedDoor(answer: Response): string | null {
  const way = (answer.headers.get("location") ?? "").replace(/^https?:\/\/[^/]+/, "").replace(/^\/en(?=\/)/, "");
  if (answer.status >= 300 && answer.status < 400) {
    // Where a link that is not valid leads: a page that says so.
    if (way === "/my" || way === "/speak?link=invalid") return "not found";
    return /^\/sign-in(\?|$)/.test(way) ? "sign in" : null;
  }
  const closed: Record<number, string> = { 401: "sign in", 403: "forbidden", 404: "not found", 405: "no such method" };
  return answer.ok ? null : (closed[answer.status] ?? `status ${answer.status}`);
}
