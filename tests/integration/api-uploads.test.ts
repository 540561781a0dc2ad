import { beforeAll, describe, expect, it } from "vitest";
import { POST as register } from "@/app/api/v1/events/[slug]/registrations/route";
import { GET, POST } from "@/app/api/v1/events/[slug]/uploads/route";
import { GET as getOpenApi } from "@/app/api/v1/openapi.json/route";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { LARGEST_FILE } from "@/lib/core/file-kinds";
import { database } from "@/lib/platform/db";
import { createEvent } from "../support/factories/event";
import { HTML, PDF } from "../support/sample-files";
import { askForFile } from "../support/sending-files";

const db = database();
let slug: string;
let networks = 0;

beforeAll(async () => {
  const event = await createEvent(db, { slug: "api-filer" }, currentInstant());
  await askForFile(event);
  slug = event.slug;
});

function send(body: BodyInit, headers: Record<string, string> = {}, query = "", to = slug): Promise<Response> {
  networks += 1;
  const request = new Request(`http://localhost:3000/api/v1/events/${to}/uploads${query}`, {
    method: "POST",
    headers: { "x-samling-client-ip": `api-fil-${networks}`, "accept-language": "en", ...headers },
    body,
  });
  return POST(request, { params: Promise.resolve({ slug: to }) });
}
function form(fields: Record<string, string | Uint8Array>, name = "cv.pdf"): FormData {
  const made = new FormData();
  for (const [key, value] of Object.entries(fields))
    if (typeof value === "string") made.append(key, value);
    else made.append(key, new Blob([Uint8Array.from(value)]), name);
  return made;
}
const BYTES = { "content-type": "application/octet-stream" };
const bytes = (content: Uint8Array) => Uint8Array.from(content);
const codeOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { error: { code: string } }).error.code,
];

describe("sending a file to the API", () => {
  it.each([
    ["as a form", () => send(form({ question: "cv", file: PDF }))],
    ["as bytes", () => send(bytes(PDF), BYTES, "?question=cv&name=cv.pdf")],
  ])("%s gives a token that is the answer", async (_, sending) => {
    const answer = await sending();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"]);
    const { token, ...told } = (await answer.json()) as { token: string };
    expect(told).toEqual({ name: "cv.pdf", size: PDF.length, type: "application/pdf" });
    const person = { name: "Api Person", email: `api-fil-${networks}@example.org`, consent: true };
    const registering = (email: string) =>
      register(
        new Request(`http://localhost:3000/api/v1/events/${slug}/registrations`, {
          method: "POST",
          headers: { "content-type": "application/json", "x-samling-client-ip": email },
          body: JSON.stringify({ ...person, email, answers: { cv: token } }),
        }),
        { params: Promise.resolve({ slug }) },
      );
    expect((await registering(person.email)).status).toBe(201);
    expect(await codeOf(await registering(`annan-${person.email}`))).toEqual([409, "file_taken"]);
  });

  it("is refused in words for each reason", async () => {
    const good = form({ question: "cv", file: PDF });
    const large = new Uint8Array(LARGEST_FILE + 1).fill(0x61);
    const refused = [
      send(good, { origin: "https://evil.example" }),
      send(form({ question: "cv" })),
      send(form({ file: PDF })),
      send("x", { "content-type": "multipart/form-data; boundary=x" }),
      send(bytes(PDF), BYTES, "?question=cv"),
      send(JSON.stringify({ question: "cv" }), { "content-type": "application/json" }),
      send(good, {}, "", "finns-inte"),
      send(form({ question: "annan", file: PDF })),
      send(form({ question: "cv", file: new Uint8Array() })),
      send(form({ question: "cv", file: HTML })),
      send(form({ question: "cv", file: large })),
      send(bytes(large), BYTES, "?question=cv&name=a.txt"),
      send(bytes(new Uint8Array(7 * 1024 * 1024)), BYTES, "?question=cv&name=a.txt"),
    ].map(async (answer) => codeOf(await answer));
    expect(await Promise.all(refused)).toEqual([
      [403, "origin_refused"],
      [400, "upload_malformed"],
      [400, "upload_malformed"],
      [400, "upload_malformed"],
      [400, "upload_malformed"],
      [415, "not_a_file"],
      [404, "not_found"],
      [422, "question_unknown"],
      [422, "file_empty"],
      [415, "file_kind"],
      [413, "file_too_large"],
      [413, "file_too_large"],
      [413, "file_too_large"],
    ]);
  });

  it("is closed when registration is, limited for a network, and has no other methods", async () => {
    const closed = await createEvent(
      db,
      { status: "CANCELLED", cancelledAt: toTimestamp(currentInstant()) },
      currentInstant(),
    );
    await askForFile(closed);
    expect(await codeOf(await send(form({ question: "cv", file: PDF }), {}, "", closed.slug))).toEqual([
      409,
      "cancelled",
    ]);
    const many = { "x-samling-client-ip": "ett-och-samma-nat" };
    for (let sent = 0; sent < 60; sent += 1)
      expect((await send(form({ question: "cv", file: PDF }), many)).status).toBe(201);
    const limited = await send(form({ question: "cv", file: PDF }), many);
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await codeOf(limited)).toEqual([429, "rate_limited"]);
    const got = GET(new Request(`http://localhost:3000/api/v1/events/${slug}/uploads`));
    expect([got.status, got.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it("is in the API's own description", async () => {
    const document = (await (
      await getOpenApi(new Request("http://localhost:3000/api/v1/openapi.json"), {})
    ).json()) as {
      paths: Record<string, { post?: { responses: object } }>;
    };
    const { responses } = document.paths["/api/v1/events/{slug}/uploads"]?.post ?? { responses: {} };
    expect(Object.keys(responses)).toEqual(["201", "400", "403", "404", "409", "413", "415", "422", "429", "503"]);
  });
});
