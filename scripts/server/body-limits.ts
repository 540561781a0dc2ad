import type { IncomingMessage } from "node:http";

/** The most an ordinary request may carry, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** The most a form with files may carry, in bytes: three of the largest files with the answers around them. */
export const UPLOAD_LIMIT = 16 * BODY_LIMIT;

/** How much a request may carry and how long it may take to arrive, in milliseconds. */
export type BodyLimits = { readonly bytes: number; readonly milliseconds: number };

const ORDINARY: BodyLimits = { bytes: BODY_LIMIT, milliseconds: 30_000 };
// The largest file through a telephone with a poor line.
const UPLOAD: BodyLimits = { bytes: UPLOAD_LIMIT, milliseconds: 180_000 };
/** No request takes longer. */
export const LONGEST_REQUEST = UPLOAD.milliseconds;

// The pages whose forms can ask for a file, the one where organisers try it included, in both languages.
const FORMS =
  /^\/(?:en\/|sv\/)?(?:events\/[^/]+\/register(?:\/group)?|my\/[^/]+\/edit|booking\/[^/]+(?:\/[^/]+)*|organise\/[^/]+\/(?:questions\/preview|speakers)|speak)$/;
/** The content type of forms as browsers send them. */
export const MULTIPART = /^multipart\/form-data\b/i;
const API = /^\/api\/v1\/events\/[^/]+\/uploads$/;

/** The limits of a request: more than usual only where a form with files is posted, or a file to the API. */
export function limitsOf({ method, url, headers }: Pick<IncomingMessage, "method" | "url" | "headers">): BodyLimits {
  const path = url?.split("?")[0] ?? "";
  if (method !== "POST") return ORDINARY;
  if (API.test(path)) return UPLOAD;
  const isMultipart = MULTIPART.test(headers["content-type"] ?? "");
  return isMultipart && FORMS.test(path) ? UPLOAD : ORDINARY;
}
