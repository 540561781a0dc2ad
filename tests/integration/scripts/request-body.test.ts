import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BODY_LIMIT, UPLOAD_LIMIT } from "../../../scripts/server/body-limits";
import { refuse } from "../../../scripts/server/refusal";
import { receive, replay } from "../../../scripts/server/request-body";

let server: Server;
let port: number;
let handed = 0;

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const received = await receive(incoming);
  if (received.kind === "too-large") return refuse(incoming, response, 413);
  if (received.kind !== "complete") return void response.destroy();
  handed += 1;
  let size = 0;
  for await (const chunk of replay(incoming, received.body)) size += (chunk as Buffer).length;
  response.end(String(size));
}

beforeAll(async () => {
  server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function post(
  path: string,
  content: number | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status?: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", path, method: "POST", headers }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => resolve({ ...(answer.statusCode && { status: answer.statusCode }), body }));
    });
    sent.on("error", reject);
    sent.end(typeof content === "number" ? Buffer.alloc(content) : content);
  });
}

describe("a request's body", () => {
  it("is handed on whole up to the limit, announced or in chunks", async () => {
    expect(await post("/x", BODY_LIMIT)).toEqual({ status: 200, body: String(BODY_LIMIT) });
    expect(await post("/x", 1_000, { "transfer-encoding": "chunked" })).toEqual({ status: 200, body: "1000" });
    expect(await post("/x", 0)).toEqual({ status: 200, body: "0" });
  });

  it.each<Record<string, string>>([{}, { "transfer-encoding": "chunked" }])(
    "is refused over the limit with an answer that arrives: %j",
    async (headers) => {
      const before = handed;
      const api = await post("/api/v1/events/x/registrations", 3 * BODY_LIMIT, { ...headers, "accept-language": "sv" });
      expect(api.status).toBe(413);
      expect(JSON.parse(api.body)).toMatchObject({
        error: { code: "too_large", message: expect.stringContaining("1 MB") },
      });
      expect((await post("/en/events/x/register", 3 * BODY_LIMIT, headers)).body).toContain('<html lang="en">');
      expect((await post("/events/x/register", 3 * BODY_LIMIT, headers)).body).toContain('<html lang="sv">');
      expect(handed).toBe(before);
    },
  );

  it("may be larger where a form with files is posted, and a file to the API, and nowhere else", async () => {
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    const size = 6 * BODY_LIMIT;
    const part = (filename: string, bytes: number) =>
      Buffer.concat([
        Buffer.from(`--x\r\nContent-Disposition: form-data; name="a"${filename}\r\n\r\n`),
        Buffer.alloc(bytes),
        Buffer.from("\r\n"),
      ]);
    const end = Buffer.from("--x--\r\n");
    const file = (bytes: number) => Buffer.concat([part("", 100), part('; filename="a.pdf"', bytes), end]);
    for (const path of [
      "/events/x/register",
      "/en/events/x/register/group",
      "/my/K7QX-2M9F/edit",
      "/booking/K7QX-2M9F/add",
      "/api/v1/events/x/uploads?question=cv&name=a.pdf",
    ]) {
      const sent = file(size);
      expect(await post(path, sent, multipart)).toEqual({ status: 200, body: String(sent.length) });
      expect((await post(path, UPLOAD_LIMIT + 1, multipart)).status).toBe(413);
    }
    const raw = { "content-type": "application/octet-stream" };
    expect((await post("/api/v1/events/x/uploads?question=cv&name=a.pdf", size, raw)).status).toBe(200);
    const before = handed;
    // Text is text, however it is dressed.
    for (const text of [
      Buffer.concat([part("", 1.2 * BODY_LIMIT), end]),
      Buffer.concat([part("", 1.2 * BODY_LIMIT), part('; filename="a.pdf"', BODY_LIMIT), end]),
      Buffer.concat([part("", size)]),
      Buffer.alloc(size),
    ])
      expect((await post("/events/x/register", text, multipart)).status).toBe(413);
    for (const path of ["/", "/resend", "/my/K7QX-2M9F/cancel", "/events/x/register/more", "/organise/x/questions"])
      expect((await post(path, size, multipart)).status).toBe(413);
    for (const type of ["text/plain;charset=UTF-8", "application/json", "application/x-www-form-urlencoded"])
      expect((await post("/events/x/register", size, { "content-type": type })).status).toBe(413);
    expect((await post("/api/v1/events/x/registrations", size, multipart)).status).toBe(413);
    expect(handed).toBe(before);
  });

  it("that breaks off reaches nobody", async () => {
    const before = handed;
    const socket = connect(port, "127.0.0.1");
    socket.write("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(handed).toBe(before);
  });
});
