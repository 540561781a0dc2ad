import { attachment } from "@/lib/core/content-disposition";
import type { HandedOutFile } from "@/lib/platform/file-columns";

// Whatever was sent in is saved, never shown: no browser keeps it or lets another page have it. The server in front sets the
// policy by which none runs it (scripts/server/security-headers.ts).
const HEADERS = {
  "cache-control": "private, no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** A file that somebody sent, as an answer to a browser; 404 when there is none for this reader. */
export function handedOut(file: HandedOutFile | null): Response {
  if (!file) return new Response("404\n", { status: 404, headers: HEADERS });
  const { name, mediaType, content } = file;
  return new Response(Buffer.from(content), {
    headers: {
      ...HEADERS,
      "content-type": mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType,
      "content-disposition": attachment(name),
    },
  });
}
