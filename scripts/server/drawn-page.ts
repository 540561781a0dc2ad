import { once } from "node:events";
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A page without what differs from one answer to the next: the nonce stands between the parts of its text. */
export type DrawnPage = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly parts: readonly Buffer[];
  readonly nonceOfHeaders: string;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What the drawing is told of the request that caused it; a visitor's cookies, languages and browser are not among it. */
const TOLD = ["host", "x-forwarded-host", "x-forwarded-proto", "x-samling-path", "x-request-id"] as const;
/** Of one connection and one transfer, or set anew for each answer. */
const OF_ONE_ANSWER = ["connection", "keep-alive", "date", "transfer-encoding", "content-length"];

/**
 * Has `handle` draw the page that `request` asks for, for nobody in particular: on no visitor's connection, so that one who
 * leaves takes nothing from those who wait for the same page.
 */
export async function drawPage(handle: Handler, request: IncomingMessage, nonce: string): Promise<DrawnPage> {
  const asked = new IncomingMessage(new Socket());
  asked.method = "GET";
  asked.url = request.url;
  for (const name of [...TOLD, "content-security-policy"] as const) {
    const value = request.headers[name];
    if (typeof value === "string") asked.headers[name] = value;
  }
  asked.complete = true;
  asked.push(null);

  const response = new ServerResponse(asked);
  const chunks: Buffer[] = [];
  // Whoever is answered with this drawing is told under which id the log knows it.
  response.setHeader("x-request-id", String(request.headers["x-request-id"]));
  response.assignSocket(nowhere() as Socket);
  const { write, end } = response;
  response.write = ((...given: unknown[]) => {
    keep(given);
    Reflect.apply(write, response, given);
    // Nowhere is never full, and would not say so when it were empty again.
    return true;
  }) as typeof write;
  response.end = ((...given: unknown[]) => {
    keep(given);
    return Reflect.apply(end, response, given);
  }) as typeof end;
  const finished = once(response, "finish");
  await handle(asked, response);
  await finished;
  response.emit("close");
  const headers = response.getHeaders();
  for (const name of OF_ONE_ANSWER) delete headers[name];
  return { status: response.statusCode, headers, parts: between(Buffer.concat(chunks), nonce), nonceOfHeaders: nonce };

  function keep([chunk, encoding]: unknown[]): void {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, isEncoding(encoding) ? encoding : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  }
}

const zip = promisify(gzip);

/** Answers with a drawn page under the nonce of this answer. */
export async function answerDrawn(
  page: DrawnPage,
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<void> {
  for (const [name, value] of Object.entries(page.headers))
    if (value !== undefined) response.setHeader(name, renewed(value, page.nonceOfHeaders, nonce));
  const text = joined(page.parts, nonce);
  const body = acceptsGzip(request) ? await zip(text, { level: 5 }) : text;
  if (body !== text) response.setHeader("content-encoding", "gzip");
  response.writeHead(page.status, { "content-length": body.length });
  response.end(body);
}

function renewed<T extends number | string | string[]>(value: T, from: string, to: string): T | string {
  return typeof value === "string" ? value.replaceAll(from, to) : value;
}

function between(text: Buffer, nonce: string): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = text.indexOf(nonce); at !== -1; at = text.indexOf(nonce, from)) {
    parts.push(text.subarray(from, at));
    from = at + nonce.length;
  }
  parts.push(text.subarray(from));
  return parts;
}

function joined(parts: readonly Buffer[], nonce: string): Buffer {
  const between = Buffer.from(nonce);
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers["accept-encoding"] ?? "");
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted);
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === "string" && Buffer.isEncoding(value);
}

/** A connection that leads to nobody. */
function nowhere(): Duplex {
  return new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
}
