import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { noteActionBegun, recordRequestFailure } from "@/lib/platform/request-failures";
import { replaceFailedPages } from "../../../scripts/server/failure-page";

let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  const id = `id-${requests}`;
  response.setHeader("x-request-id", id);
  replaceFailedPages(request, response, id);
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (searchParams.has("begun")) noteActionBegun(id);
  const error = new Error(searchParams.get("error") ?? "");
  if (error.message) {
    recordRequestFailure({ id, route: "/", readingForm: request.method === "POST" }, error);
    // The framework tells once more, less exactly.
    recordRequestFailure({ id, route: "/", readingForm: false }, error);
  }
  response.statusCode = Number(searchParams.get("status"));
  response.setHeader("content-type", searchParams.get("type") ?? "text/html");
  response.setHeader("content-encoding", "identity");
  response.setHeader("x-content-type-options", "nosniff");
  response.write("<p>drawn by");
  response.end(" the framework");
}).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

async function ask(path: string, request: RequestInit = {}) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, request);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const post = (path: string, headers: Record<string, string> = {}) => ask(path, { method: "POST", headers });

it("a page that failed is drawn without scripts, in the page's language, with the id the log has", async () => {
  const swedish = await ask("/events/x?status=500");
  expect([swedish.status, swedish.headers.get("retry-after")]).toEqual([500, null]);
  expect(swedish.text).toMatch(/<html lang="sv">.*Något gick fel hos oss.*Felnummer: id-\d/s);
  expect(swedish.text).not.toContain("framework");
  expect(swedish.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await ask("/en/events/x?status=500")).text).toMatch(/<html lang="en">.*Error number: id-\d/s);
});

it("a database that cannot serve is 503 with Retry-After, for a page and for a form", async () => {
  for (const down of [await ask("/x?status=500&error=ECONNREFUSED"), await post("/x?status=500&error=ECONNREFUSED")]) {
    expect([down.status, down.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(down.text).toContain("Vi når inte vår databas just nu");
  }
});

it.each(["text/plain", "text/html", "text/x-component"])(
  "a form that could not be read is 400, whatever the framework says in %s; a failure inside its action is ours",
  async (type) => {
    const unread = await post(`/x?status=500&error=unreadable&type=${type}`);
    expect(unread.status).toBe(400);
    expect(unread.text).toContain("Formuläret gick inte att läsa");
    const ours = await post(`/x?status=500&error=a+bug&begun&type=${type}`);
    expect(ours.status).toBe(500);
    expect((await ask(`/x?status=500&error=a+bug&type=text/html`)).status).toBe(500);
  },
);

it("a form without an action of ours is 400, one from before a new build 409, in the visitor's words", async () => {
  const unknown = await post("/en/x?status=400&type=text/plain");
  expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining("The form could not be read")]);
  const gone = await post("/x?status=409&type=text/plain");
  expect([gone.status, gone.text]).toEqual([409, expect.stringContaining("Sidan har förnyats")]);
  const byScript = await post("/x?status=409&type=text/plain", { "next-action": "abc" });
  expect(byScript.text).toBe("<p>drawn by the framework");
});

it.each(["/?status=200", "/?status=404", "/?status=500&type=application/json", "/?status=500&type=text/x-component"])(
  "%s passes untouched",
  async (path) => {
    expect((await ask(path)).text).toBe("<p>drawn by the framework");
  },
);

it.each(["/api/x?status=400&type=text/plain", "/x?status=422&type=text/plain", "/x?status=303&type=text/plain"])(
  "a form's answer %s passes untouched",
  async (path) => {
    expect((await post(path)).text).toBe("<p>drawn by the framework");
  },
);
