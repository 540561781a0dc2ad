import { LARGEST_FILE } from "@/lib/core/file-kinds";
import { fail, ok, type Result } from "@/lib/core/result";
import { readUpTo } from "./read-json-body";

/** The largest file with the multipart form around it. */
const LIMIT = LARGEST_FILE + 64 * 1024;

type SentFile = { readonly question: string; readonly name: string; readonly content: Uint8Array };

/**
 * Reads a file from a request: `multipart/form-data` with the fields `question` and `file`, or the bytes themselves as
 * `application/octet-stream` with `question` and `name` in the address. Memory stays bounded whatever the sender says.
 */
export async function readUpload(
  request: Request,
): Promise<Result<SentFile, "not_a_file" | "file_too_large" | "upload_malformed">> {
  const type = request.headers.get("content-type") ?? "";
  const isMultipart = /^multipart\/form-data\s*;/i.test(type);
  if (!isMultipart && !/^application\/octet-stream\s*(?:;|$)/i.test(type)) return fail("not_a_file");
  if (Number(request.headers.get("content-length") ?? 0) > LIMIT) return fail("file_too_large");
  const bytes = await readUpTo(request.body, LIMIT);
  if (!bytes) return fail("file_too_large");
  return isMultipart ? fromForm(bytes, type) : fromAddress(bytes, new URL(request.url).searchParams);
}

async function fromForm(bytes: Uint8Array, type: string): Promise<Result<SentFile, "upload_malformed">> {
  let form: FormData;
  try {
    form = await new Response(Buffer.from(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    return fail("upload_malformed");
  }
  const [question, file] = [form.get("question"), form.get("file")];
  if (typeof question !== "string" || file === null || typeof file === "string") return fail("upload_malformed");
  return ok({ question, name: file.name, content: new Uint8Array(await file.arrayBuffer()) });
}

function fromAddress(content: Uint8Array, address: URLSearchParams): Result<SentFile, "upload_malformed"> {
  const [question, name] = [address.get("question"), address.get("name")];
  return question === null || name === null ? fail("upload_malformed") : ok({ question, name, content });
}
