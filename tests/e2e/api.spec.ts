import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";

const path = "/api/v1/events/demo-open/registrations";
const address = () => `api-${randomUUID()}@example.org`;
const body = (more: object = {}) => ({ name: "Anna Berg", email: address(), consent: true, ...more });
const post = (request: APIRequestContext, data: unknown, headers: Record<string, string> = {}) =>
  request.post(path, { data, headers: { "content-type": "application/json", ...headers } });

test("registers with no more than name, address and consent, and replays under one key", async ({ request }) => {
  const headers = { "idempotency-key": randomUUID() };
  const data = body();
  const first = await post(request, data, headers);
  expect(first.status()).toBe(201);
  const answer = await first.json();
  expect(answer).toEqual({ reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/), status: "confirmed" });
  const again = await post(request, data, headers);
  expect([again.status(), await again.json()]).toEqual([201, answer]);
  const other = await post(request, { ...data, name: "Annan" }, headers);
  expect([other.status(), (await other.json()).error.code]).toEqual([409, "idempotency_conflict"]);
});

for (const [what, status, code, data, headers] of [
  ["nothing", 422, "invalid", {}, {}],
  ["objects for strings", 422, "invalid", body({ name: {}, email: [] }), {}],
  ["unknown fields", 422, "invalid", body({ role: "owner" }), {}],
  ["CR/LF in the name", 422, "invalid", body({ name: "Anna\r\nBcc: x@example.org" }), {}],
  ["NUL in the name", 422, "invalid", body({ name: "Anna\u0000" }), {}],
  ["half a megabyte of name", 422, "invalid", body({ name: "x".repeat(500_000) }), {}],
  ["another event's session", 422, "invalid", body({ sessions: [randomUUID()] }), {}],
  ["broken JSON", 400, "malformed", Buffer.from('{"name":'), {}],
  ["more than 1 MiB", 413, "too_large", body({ name: "x".repeat(1_100_000) }), {}],
  ["a form", 415, "not_json", Buffer.from("name=x"), { "content-type": "application/x-www-form-urlencoded" }],
  ["a foreign origin", 403, "origin_refused", body(), { origin: "https://evil.example" }],
  ["a null origin", 403, "origin_refused", body(), { origin: "null" }],
  ["a key too long", 400, "idempotency_key_invalid", body(), { "idempotency-key": "k".repeat(256) }],
] as const) {
  test(`answers ${what} with ${status} and a reason in the language asked for`, async ({ request }) => {
    const answer = await post(request, data, { "accept-language": "en", ...headers });
    expect(answer.status()).toBe(status);
    const { error } = await answer.json();
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].+\.$/);
  });
}

test("is the same answer, whether the server in front gives it or the framework", async ({ request }) => {
  const told = async (url: string, data: unknown) => {
    const answer = await request.post(url, { data, headers: { "accept-language": "en" } });
    const { "content-type": type, "cache-control": cache, ...headers } = answer.headers();
    const safety = Object.keys(headers).filter((name) =>
      /^(x-content|x-request-id|content-security|referrer)/.test(name),
    );
    return { status: answer.status(), body: await answer.json(), type, cache, safety: safety.toSorted() };
  };
  for (const data of [{}, body({ role: "owner" }), body({ sessions: [randomUUID()] })]) {
    const direct = await told(path, data);
    // With a query the server in front leaves it to the framework.
    expect(await told(`${path}?asked=otherwise`, data)).toEqual(direct);
    expect(direct.safety).toHaveLength(4);
  }
});

test("knows no draft, no invention and no other method", async ({ request }) => {
  for (const slug of ["no-such-event", "%00", "%2e%2e"]) {
    const answer = await request.post(`/api/v1/events/${slug}/registrations`, { data: body() });
    expect([404, 400]).toContain(answer.status());
  }
  const put = await request.put(path, { data: body() });
  expect([put.status(), put.headers()["allow"]]).toEqual([405, "POST, OPTIONS"]);
});

test("lists events, shows one and describes itself", async ({ request }) => {
  const list = await (await request.get("/api/v1/events?per_page=100")).json();
  expect(list.events.map((event: { slug: string }) => event.slug)).toContain("demo-open");
  const one = await (await request.get("/api/v1/events/demo-open")).json();
  expect(one).toMatchObject({ slug: "demo-open", registration: { state: "open" } });
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(Object.keys(document.paths)).toContain("/api/v1/events/{slug}/registrations");
});
