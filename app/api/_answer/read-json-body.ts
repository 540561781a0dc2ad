import { fail, ok, type Result } from "@/lib/core/result";

/** The most a body may hold, in bytes. */
const LIMIT = 1024 * 1024;

export type BodyFailure = "not_json" | "too_large" | "malformed";

/** The status each failure is answered with. */
export const BODY_STATUS: Record<BodyFailure, number> = { not_json: 415, too_large: 413, malformed: 400 };

/**
 * Reads a JSON body of at most 1 MiB. What is announced as larger is refused unread, and what turns out larger is dropped at
 * the limit, so memory stays bounded whatever the sender says. Bytes that are not UTF-8 are malformed.
 */
export async function readJsonBody(request: Request): Promise<Result<unknown, BodyFailure>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return fail("not_json");
  const bytes = await readBody(request);
  if (!bytes) return fail("too_large");
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return fail("malformed");
  }
}

/** The bytes of a body of at most 1 MiB; null when there are more. */
export async function readBody(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LIMIT) return null;
  return readUpTo(request.body, LIMIT);
}

/** The bytes of a body, or null when there are more than `limit`: the rest is dropped unread. */
export async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
