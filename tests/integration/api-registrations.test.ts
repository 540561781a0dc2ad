import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getHealth } from "@/app/api/health/route";
import { POST, PUT } from "@/app/api/v1/events/[slug]/registrations/route";
import { GET as getEvent } from "@/app/api/v1/events/[slug]/route";
import { GET as listEvents } from "@/app/api/v1/events/route";
import { GET as getOpenApi } from "@/app/api/v1/openapi.json/route";
import { currentInstant } from "@/lib/core/clock";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { type CreatedEvent, createEvent } from "../support/factories/event";
import { createSession } from "../support/factories/session";
import { rowCounts } from "../support/registering";

const db = database();
let event: CreatedEvent;
let workshop: { id: string };
let parallel: { id: string };
let foreign: { id: string };
let networks = 0;

beforeAll(async () => {
  const now = currentInstant();
  event = await createEvent(db, { dayCount: 2, slug: "api-provet" }, now);
  workshop = await createSession(db, event, { capacity: 5, title: { sv: "Verkstad", en: "Workshop" } });
  parallel = await createSession(db, event, { capacity: 5, title: { sv: "Rundtur", en: "Tour" } });
  const other = await createEvent(db, {}, now);
  foreign = await createSession(db, other, { capacity: 5 });
  await db.question.createMany({
    data: [
      { eventId: event.id, key: "topic", kind: "TEXT", label: { sv: "Ämne", en: "Topic" } },
      {
        eventId: event.id,
        key: "times",
        kind: "CHOICE",
        label: { sv: "Gång", en: "Time" },
        options: [{ value: "first", label: { sv: "Första", en: "First" } }],
      },
    ],
  });
});

function send(body: unknown, headers: Record<string, string> = {}, slug = event.slug): Promise<Response> {
  networks += 1;
  const request = new Request(`http://localhost:3000/api/v1/events/${encodeURIComponent(slug)}/registrations`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-samling-client-ip": `api-${networks}`, ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ slug }) });
}

const good = (more: object = {}) => ({ name: "Anna Berg", email: "anna.berg@example.org", consent: true, ...more });
const megabyte = "å".repeat(500_000);

describe("what is refused, with nothing written", () => {
  let before: Awaited<ReturnType<typeof rowCounts>>;
  beforeEach(async () => {
    before = await rowCounts();
  });

  it.each<[string, unknown, string[]]>([
    ["nothing at all", {}, ["name", "email", "consent"]],
    ["null", null, ["body"]],
    ["a list", [], ["body"]],
    ["a text", '"hej"', ["body"]],
    ["a number", 7, ["body"]],
    ["blank fields", good({ name: "   ", email: " " }), ["name", "email"]],
    ["objects for strings", good({ name: {}, email: { $ne: "" } }), ["name", "email"]],
    ["lists for strings", good({ name: ["a"], email: ["a@example.org"] }), ["name", "email"]],
    ["null for strings", good({ name: null, email: null }), ["name", "email"]],
    ["numbers and booleans", good({ name: 1, email: true }), ["name", "email"]],
    ["CR/LF in the name", good({ name: "Anna\r\nBcc: x@example.org" }), ["name"]],
    ["a line separator in the name", good({ name: "Anna\u2028Berg" }), ["name"]],
    ["NUL in the name", good({ name: "Anna\u0000" }), ["name"]],
    ["a lone surrogate", '{"name":"Anna \\ud800","email":"a@example.org","consent":true}', ["name"]],
    ["a name that turns text around", good({ name: "Anna \u202egreB" }), ["name"]],
    ["201 characters of name", good({ name: "å".repeat(201) }), ["name"]],
    ["half a megabyte of name", good({ name: megabyte.slice(0, 400_000) }), ["name"]],
    ["an address with CR/LF", good({ email: "a@example.org\r\nBcc: b@example.org" }), ["email"]],
    ["two addresses", good({ email: "a@example.org, b@example.org" }), ["email"]],
    ["an address with a name", good({ email: "Anna <a@example.org>" }), ["email"]],
    ["an address without a domain", good({ email: "anna@localhost" }), ["email"]],
    ["an emoji in the address", good({ email: "😀@example.org" }), ["email"]],
    ["an address of 300 characters", good({ email: `${"a".repeat(290)}@example.org` }), ["email"]],
    ["no consent", good({ consent: false }), ["consent"]],
    ["consent as text", good({ consent: "true" }), ["consent"]],
    ["an unknown locale", good({ locale: "se" }), ["locale"]],
    ["an unknown category", good({ category: "vip" }), ["category"]],
    ["a category object", good({ category: { key: "deltagare" } }), ["category"]],
    ["another day", good({ days: ["1999-01-01"] }), ["days"]],
    ["no day", good({ days: [] }), ["days"]],
    ["days as text", good({ days: "2018-11-28" }), ["days"]],
    ["days as objects", good({ days: [{}] }), ["days"]],
    ["a thousand days", good({ days: Array(1000).fill("x") }), ["days"]],
    ["a session that is no id", good({ sessions: ["x'; DROP TABLE registration; --"] }), ["sessions"]],
    ["NUL as a session", good({ sessions: ["\u0000"] }), ["sessions"]],
    ["answers as a list", good({ answers: [] }), ["answers"]],
    ["answers as text", good({ answers: "x" }), ["answers"]],
    ["an answer to no question", good({ answers: { shoe: "42" } }), ["answers.shoe"]],
    ["an answer of the wrong kind", good({ answers: { topic: { a: 1 } } }), ["answers.topic"]],
    ["NUL in an answer", good({ answers: { topic: "\u0000" } }), ["answers.topic"]],
    ["an option that is none", good({ answers: { times: "tenth" } }), ["answers.times"]],
    ["fields nobody asked for", good({ role: "owner", state: "CONFIRMED", price: 0 }), ["role", "state", "price"]],
    ["a prototype", '{"name":"A","email":"a@example.org","consent":true,"__proto__":{"x":1}}', ["__proto__"]],
    ["a constructor", good({ constructor: {} }), ["constructor"]],
    ["needs as lists", good({ diet: ["nut"], access: {} }), ["diet", "access"]],
    ["a municipality that is none", good({ municipalityCode: "9999" }), ["municipalityCode"]],
    ["a municipality as text", good({ municipalityCode: "Trelleborg" }), ["municipalityCode"]],
  ])("%s is 422 with the fields by name", async (_, body, fields) => {
    const answer = await send(body);
    expect(answer.status).toBe(422);
    const { error } = (await answer.json()) as { error: { code: string; message: string; fields: object } };
    expect(error.code).toBe("invalid");
    expect(Object.keys(error.fields).toSorted()).toEqual(fields.toSorted());
    expect(
      Object.values(error.fields)
        .flat()
        .every((text) => typeof text === "string" && text.length > 0),
    ).toBe(true);
    expect(await rowCounts()).toEqual(before);
  });

  it("another event's session, and two at the same time, which are both named", async () => {
    expect(await (await send(good({ sessions: [foreign.id] }))).json()).toMatchObject({
      error: { fields: { sessions: ["Valet finns inte för det här evenemanget."] } },
    });
    const both = good({ sessions: [workshop.id, parallel.id], locale: "en" });
    const named = ((await (await send(both)).json()) as { error: { fields: { sessions: string[] } } }).error.fields;
    expect(named.sessions[0]).toMatch(/(Workshop and Tour|Tour and Workshop) are on at the same time/);
    const late = event.days[1]?.date.toISOString().slice(0, 10);
    expect(await (await send(good({ sessions: [workshop.id], days: [late] }))).json()).toMatchObject({
      error: { fields: { sessions: ["Verkstad äger rum en dag som du inte har valt."] } },
    });
    expect(await rowCounts()).toEqual(before);
  });

  it.each<[string, number, unknown, Record<string, string>, string]>([
    ["broken JSON", 400, '{"name":', {}, "malformed"],
    ["nothing", 400, "", {}, "malformed"],
    ["bytes that are not UTF-8", 400, new Uint8Array([0x22, 0xff, 0x22]), {}, "malformed"],
    ["deep nesting", 422, `{"name":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, {}, "invalid"],
    ["more than 1 MiB", 413, `{"name":"${megabyte}${megabyte}"}`, {}, "too_large"],
    ["more than 1 MiB, announced", 413, "{}", { "content-length": "1048577" }, "too_large"],
    ["a form", 415, "name=Anna", { "content-type": "application/x-www-form-urlencoded" }, "not_json"],
    ["plain text", 415, "{}", { "content-type": "text/plain" }, "not_json"],
    ["a foreign origin", 403, good(), { origin: "https://evil.example" }, "origin_refused"],
    ["a null origin", 403, good(), { origin: "null" }, "origin_refused"],
    ["an empty key", 400, good(), { "idempotency-key": "" }, "idempotency_key_invalid"],
    ["a key of 256", 400, good(), { "idempotency-key": "k".repeat(256) }, "idempotency_key_invalid"],
    ["a key that is not ASCII", 400, good(), { "idempotency-key": "nyckel-å" }, "idempotency_key_invalid"],
  ])("%s is %i", async (_, status, body, headers, code) => {
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code, message: expect.any(String) } });
    expect(await rowCounts()).toEqual(before);
  });

  it.each(["no-such-event", "../health", "%00", "\u0000", "å", "x".repeat(5000)])(
    "the event %j is 404",
    async (slug) => {
      const answer = await send(good(), {}, slug);
      expect(answer.status).toBe(404);
      expect((await getEvent(new Request("http://x/"), { params: Promise.resolve({ slug }) })).status).toBe(404);
    },
  );

  it("a body that never says how long it is is dropped at 1 MiB", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const request = new Request("http://localhost:3000/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect((await POST(request, { params: Promise.resolve({ slug: event.slug }) })).status).toBe(413);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });

  it("another method is 405 and says which is allowed", () => {
    const answer = PUT(new Request("http://x/", { method: "PUT" }));
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it("speaks the language that was asked for", async () => {
    const text = async (body: object, headers: Record<string, string>) =>
      ((await (await send(body, headers)).json()) as { error: { fields: { consent: string[] } } }).error.fields
        .consent[0];
    expect(await text({}, {})).toMatch(/^Godkänn/);
    expect(await text({}, { "accept-language": "de, en-GB;q=0.8, sv;q=0.5" })).toMatch(/^To register/);
    expect(await text({ locale: "sv" }, { "accept-language": "en" })).toMatch(/^Godkänn/);
  });
});

describe("what is taken", () => {
  it("is 201 with reference and status, and <script> and emoji are just text", async () => {
    const answer = await send(
      good({ email: "skript@example.org", name: "<script>alert(1)</script> 👩🏽‍💻", locale: "en" }),
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const body = (await answer.json()) as { reference: string };
    expect(body).toEqual({ reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/), status: "confirmed" });
    const row = await db.registration.findUniqueOrThrow({ where: { reference: body.reference } });
    expect(row).toMatchObject({ name: "<script>alert(1)</script> 👩🏽‍💻", locale: "en" });
    expect(await db.registrationTransition.findFirst({ where: { registrationId: row.id } })).toMatchObject({
      actorKind: "API",
    });
  });

  it("may come from our own origin, with a charset, with a repeated choice", async () => {
    const headers = { origin: "http://localhost:3000", "content-type": "application/json; charset=utf-8" };
    const body = good({ email: "egen@example.org", sessions: [workshop.id, workshop.id] });
    expect((await send(body, headers)).status).toBe(201);
  });

  it("under one key is the same answer again, and another body is 409", async () => {
    const headers = { "idempotency-key": "en nyckel" };
    const body = good({ email: "nyckel@example.org" });
    const first = await send(body, headers);
    const again = await send(body, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    const other = await send(good({ email: "nyckel@example.org", name: "Annan" }), headers);
    expect([other.status, await other.json()]).toMatchObject([409, { error: { code: "idempotency_conflict" } }]);
  });

  it("ends with 409 that names what is full", async () => {
    const small = await createEvent(db, { capacity: 1 }, currentInstant());
    expect((await send(good(), {}, small.slug)).status).toBe(201);
    const answer = await send(good({ email: "sen@example.org" }), {}, small.slug);
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { error: { code: "full", message: "Alla platser är tagna.", level: "event", key: null } },
    ]);
  });

  it("is limited per network, whatever the addresses", async () => {
    const headers = { "x-samling-client-ip": "203.0.113.7" };
    const statuses = new Set<number>();
    for (let n = 0; n < 60; n++) statuses.add((await send({}, headers)).status);
    const refused = await send({}, headers);
    expect([...statuses]).toEqual([422]);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await send({}, { "x-samling-client-ip": "203.0.113.8" })).status).toBe(422);
  });
});

describe("what can be read", () => {
  const get = (path: string) => listEvents(new Request(`http://x/api/v1/events${path}`), undefined);

  it("lists published events a page at a time", async () => {
    await createEvent(db, { slug: "hemlig", unlisted: true }, currentInstant());
    await createEvent(db, { slug: "utkast", status: "DRAFT" }, currentInstant());
    const all = (await (await get("")).json()) as { events: { slug: string }[]; total: number };
    const slugs = all.events.map(({ slug }) => slug);
    expect(slugs).toContain("api-provet");
    expect(slugs).not.toContain("hemlig");
    expect(slugs).not.toContain("utkast");
    const second = (await (await get("?page=2&per_page=1")).json()) as typeof all;
    expect(second).toMatchObject({ page: 2, perPage: 1, total: all.total, events: [{ slug: slugs[1] }] });
    for (const bad of ["?page=0", "?page=-1", "?page=x", "?per_page=101", "?page=1e3", "?page="]) {
      expect((await get(bad)).status).toBe(422);
    }
  });

  it("shows one event with its choices, and no draft", async () => {
    const read = (slug: string) => getEvent(new Request("http://x/"), { params: Promise.resolve({ slug }) });
    expect(await (await read("api-provet")).json()).toMatchObject({
      slug: "api-provet",
      categories: [{ key: "deltagare" }],
      sessions: expect.arrayContaining([expect.objectContaining({ id: workshop.id })]),
    });
    expect((await read("utkast")).status).toBe(404);
  });

  it("describes itself with the very fields it takes", async () => {
    const document = (await (await getOpenApi(new Request("http://x/"), undefined)).json()) as {
      components: {
        schemas: { Registration: { properties: object; additionalProperties: boolean; required: string[] } };
      };
    };
    const { Registration } = document.components.schemas;
    expect(Object.keys(Registration.properties)).toEqual(
      expect.arrayContaining(["name", "email", "consent", "locale", "category", "days", "sessions", "answers"]),
    );
    expect(Registration).toMatchObject({ additionalProperties: false, required: ["name", "email", "consent"] });
  });
});

describe("health", () => {
  const health = () => getHealth(new Request("http://x/api/health"), undefined);

  it("is 200 with the state of database and queue", async () => {
    await db.workerHeartbeat.create({
      data: { name: "worker", seenAt: new Date(currentInstant().epochMilliseconds - 5000) },
    });
    const answer = await health();
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { status: "ok", database: "ok", queue: { status: "ok", workerSeenSecondsAgo: 5 }, version: expect.any(String) },
    ]);
  });

  it("is 503 while a migration has not been applied", async () => {
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%guards'`;
    const answer = await health();
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
    expect([answer.status, await answer.json()]).toMatchObject([503, { database: "migration-pending" }]);
  });

  it("is 503 with Retry-After when the database is away, and so is a registration", async () => {
    useDatabase(connect("postgresql://postgres@127.0.0.1:1/away"));
    try {
      const answer = await health();
      expect([answer.status, await answer.json()]).toMatchObject([
        503,
        { status: "unavailable", database: "unreachable" },
      ]);
      const registration = await send(good());
      expect([registration.status, registration.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(await registration.json()).toMatchObject({ error: { code: "unavailable" } });
    } finally {
      useDatabase(db);
    }
  });
});
