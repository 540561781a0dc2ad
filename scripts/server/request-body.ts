import { IncomingMessage } from "node:http";
import { BODY_LIMIT, limitsOf, MULTIPART } from "./body-limits";
import { textBytes } from "./multipart-text";

/**
 * The most that all requests being received may hold together, in bytes: slow senders cannot fill the memory. Forms with
 * files have a share of their own, so that they cannot take the others' either.
 */
const TOGETHER_LIMIT = 64 * BODY_LIMIT;

export type Received =
  | { readonly kind: "complete"; readonly body: Buffer }
  | { readonly kind: "too-large" | "busy" | "broken" };

const together = { ordinary: 0, uploads: 0 };

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Whether a request says itself that it is too large. */
export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > limitsOf(request).bytes;
}

/**
 * Receives the whole body before anything else works on the request, so that a slow sender occupies nothing but its
 * socket. Stops at the limits of its address, whatever was announced.
 */
export async function receive(request: IncomingMessage): Promise<Received> {
  if (!hasBody(request)) return { kind: "complete", body: Buffer.alloc(0) };
  if (announcesTooMuch(request)) return { kind: "too-large" };
  const limits = limitsOf(request);
  const share = limits.bytes > BODY_LIMIT ? "uploads" : "ordinary";
  const chunks: Buffer[] = [];
  let size = 0;
  const tooSlow = setTimeout(() => request.destroy(), limits.milliseconds);
  try {
    // Leaving the loop must not destroy the request: the answer travels on the same socket.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      together[share] += chunk.length;
      if (size > limits.bytes) return { kind: "too-large" };
      if (together[share] > TOGETHER_LIMIT) return { kind: "busy" };
      chunks.push(chunk);
    }
  } catch {
    return { kind: "broken" };
  } finally {
    clearTimeout(tooSlow);
    together[share] -= size;
  }
  const body = Buffer.concat(chunks);
  // More than usual may come in files only: nobody fills in a megabyte, and a form that comes back says it all again.
  const type = request.headers["content-type"] ?? "";
  if (size > BODY_LIMIT && MULTIPART.test(type) && textBytes(body, type) > BODY_LIMIT) return { kind: "too-large" };
  return { kind: "complete", body };
}

/** The same request with its body ready to be read again. */
export function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  if (!hasBody(request)) return request;
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.httpVersionMajor = request.httpVersionMajor;
  copy.httpVersionMinor = request.httpVersionMinor;
  copy.headers = { ...request.headers, "content-length": String(body.length) };
  delete copy.headers["transfer-encoding"];
  copy.rawHeaders = request.rawHeaders;
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}
