import { IncomingMessage } from "node:http";

/** The most one request may carry, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** The most that all requests being received may hold together, in bytes: slow senders cannot fill the memory. */
const TOGETHER_LIMIT = 64 * BODY_LIMIT;

export type Received =
  | { readonly kind: "complete"; readonly body: Buffer }
  | { readonly kind: "too-large" | "busy" | "broken" };

let together = 0;

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Whether a request says itself that it is too large. */
export function announcesTooMuch({ headers }: IncomingMessage): boolean {
  return Number(headers["content-length"] ?? 0) > BODY_LIMIT;
}

/**
 * Receives the whole body before anything else works on the request, so that a slow sender occupies nothing but its
 * socket. Stops at the limit, whatever was announced.
 */
export async function receive(request: IncomingMessage): Promise<Received> {
  if (!hasBody(request)) return { kind: "complete", body: Buffer.alloc(0) };
  if (announcesTooMuch(request)) return { kind: "too-large" };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop must not destroy the request: the answer travels on the same socket.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      together += chunk.length;
      if (size > BODY_LIMIT) return { kind: "too-large" };
      if (together > TOGETHER_LIMIT) return { kind: "busy" };
      chunks.push(chunk);
    }
  } catch {
    return { kind: "broken" };
  } finally {
    together -= size;
  }
  return { kind: "complete", body: Buffer.concat(chunks) };
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
