import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { recordRequestFailure } from "@/lib/platform/request-failures";
import { replaceFailedPages } from "../../../scripts/server/failure-page";

const server = createServer((request, response) => {
  response.setHeader("x-request-id", "the-id");
  replaceFailedPages(request, response, "the-id");
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.searchParams.has("down")) recordRequestFailure("the-id", "/", new Error("ECONNREFUSED"));
  response.statusCode = Number(url.searchParams.get("status"));
  response.setHeader("content-type", url.searchParams.get("type") ?? "text/html");
  response.setHeader("content-encoding", "identity");
  response.setHeader("x-content-type-options", "nosniff");
  response.write("<p>drawn by");
  response.end(" the framework");
}).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

async function ask(path: string) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

it("a page that failed is drawn without scripts, in the page's language, with the id the log has", async () => {
  const swedish = await ask("/events/x?status=500");
  expect([swedish.status, swedish.headers.get("retry-after")]).toEqual([500, null]);
  expect(swedish.text).toMatch(/<html lang="sv">.*Något gick fel hos oss.*Felnummer: the-id/s);
  expect(swedish.text).not.toContain("framework");
  expect(swedish.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await ask("/en/events/x?status=500")).text).toMatch(/<html lang="en">.*Error number: the-id/s);
});

it("a database that cannot serve is 503 with Retry-After", async () => {
  const down = await ask("/events/x?status=500&down");
  expect([down.status, down.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(down.text).toContain("Vi når inte vår databas just nu");
});

it.each(["/?status=200", "/?status=404", "/?status=500&type=application/json", "/?status=500&type=text/x-component"])(
  "%s passes untouched",
  async (path) => {
    expect((await ask(path)).text).toBe("<p>drawn by the framework");
  },
);
