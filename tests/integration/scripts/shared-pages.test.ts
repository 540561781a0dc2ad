import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeEach, expect, it } from "vitest";
import { drawPage } from "../../../scripts/server/drawn-page";
import { setSecurityHeaders } from "../../../scripts/server/security-headers";
import { mayShare, sharedPages } from "../../../scripts/server/shared-pages";

let drawn = 0;
let places = "3 places left";
let status = 200;
beforeEach(() => {
  drawn = 0;
  status = 200;
});

/** Draws as the framework does: slowly, in more pieces than a connection's buffer holds, the nonce in text and header. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  drawn += 1;
  const nonce = /nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1];
  const seen = places;
  await setTimeout(30);
  response.statusCode = status;
  response.setHeader("link", `</style.css>; nonce="${nonce}"`);
  response.write(`<script nonce="${nonce}"></script>${"å".repeat(20_000)}`);
  if (!response.write(seen)) await once(response, "drain");
  response.end(`<script nonce="${nonce}">${request.headers.cookie ?? "no cookie"}</script>`);
}

const share = sharedPages((request, nonce) => drawPage(handle, request, nonce));
const server = createServer((request, response) => {
  request.headers["x-request-id"] = "id";
  const nonce = setSecurityHeaders(request, response, "http://localhost");
  void (mayShare(request) ? share(request, response, nonce) : handle(request, response));
}).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

async function ask(path: string, request: RequestInit = {}) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, request);
  const policy = answer.headers.get("content-security-policy") ?? "";
  return {
    status: answer.status,
    nonce: /nonce-([^']+)'/.exec(policy)?.[1],
    link: answer.headers.get("link"),
    text: await answer.text(),
  };
}

it("who asks together gets one drawing, whole, each under a nonce of his own", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/events/together")));
  expect(drawn).toBe(1);
  expect(new Set(answers.map(({ nonce }) => nonce)).size).toBe(20);
  for (const { nonce, link, text } of answers) {
    const [head, tail] = [`<script nonce="${nonce}"></script>`, `<script nonce="${nonce}">no cookie</script>`];
    expect(text).toBe(`${head}${"å".repeat(20_000)}3 places left${tail}`);
    expect(link).toBe(`</style.css>; nonce="${nonce}"`);
  }
});

it("a drawing is shown for a second, and not longer", async () => {
  places = "2 places left";
  await ask("/events/second");
  places = "1 place left";
  expect((await ask("/events/second")).text).toContain("2 places left");
  expect(drawn).toBe(1);
  await setTimeout(1_000);
  expect((await ask("/events/second")).text).toContain("1 place left");
});

it.each([
  ["/events/own", { headers: { cookie: "a=1; samling-session=secret" } }, "an organiser"],
  ["/events/own", { headers: { cookie: "__Host-samling-session=secret" } }, "an organiser over https"],
  ["/events/own/register", {}, "a form"],
  ["/my/AAAA-AAAA", {}, "an attendee's page"],
  ["/events/own?code=1", {}, "a query"],
  ["/events/own", { headers: { rsc: "1" } }, "the framework's own script"],
  ["/events/own", { method: "POST", body: "x" }, "something sent"],
])("%s with %o is drawn for itself: %s", async (path, request: RequestInit, _whose) => {
  await ask("/events/own");
  const before = drawn;
  await ask(path, request);
  await ask(path, request);
  expect(drawn - before).toBe(2);
});

it("another's cookies change nothing and reach no drawing", async () => {
  const answer = await ask("/events/foreign", { headers: { cookie: "visits=3" } });
  expect(answer.text).toContain("no cookie");
  await ask("/events/foreign");
  expect(drawn).toBe(1);
});

it("what failed is told to who waited and then forgotten", async () => {
  status = 503;
  const answers = await Promise.all([ask("/events/failing"), ask("/events/failing")]);
  expect([...answers.map((answer) => answer.status), drawn]).toEqual([503, 503, 1]);
  status = 200;
  expect((await ask("/events/failing")).status).toBe(200);
});

it("a visitor who leaves takes nothing from those who wait", async () => {
  const leaving = new AbortController();
  const left = ask("/events/leaving", { signal: leaving.signal });
  await setTimeout(10);
  const waiting = ask("/events/leaving");
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect((await waiting).text).toContain("no cookie");
  expect(drawn).toBe(1);
});
