import type { IncomingMessage, ServerResponse } from "node:http";
import { translator } from "@/lib/i18n/translator";
import { type RequestFailure, takeRequestFailure } from "@/lib/platform/request-failures";
import { isEnglish, plainPage } from "./plain-page";

/** Why a page is not the one that was asked for: what failed, or a form made by an earlier build. */
type Failure = RequestFailure | "outdated";

const STATUS = { unavailable: 503, unexpected: 500, refused: 400, outdated: 409 } as const;
const RETRY_AFTER_SECONDS = "10";

/** Headers that describe the page that failed; the site's security headers stay. */
const OF_THE_FAILED_ONE = /^(content-(type|length|encoding)|transfer-encoding|cache-control|etag|link|vary)$/;

/**
 * Lets a page that failed be answered with one that reads without scripts: the framework's own would be drawn by the browser,
 * and stay blank where no script runs. 503 with Retry-After when the database cannot serve; 400 or 409 for a form that was
 * not made by the page as it is now, which is the sender's doing; else 500. All with the id that the log has. Everything else
 * passes untouched.
 */
export function replaceFailedPages(request: IncomingMessage, response: ServerResponse, id: string): void {
  const { writeHead, write, end } = response;
  let page: string | null = null;

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const failure = page === null ? failureOf(request, id, status, contentType(response, rest)) : null;
    if (failure === null) return Reflect.apply(writeHead, response, [status, ...rest]);
    page = failedPage(request, failure, id);
    for (const name of response.getHeaderNames()) if (OF_THE_FAILED_ONE.test(name)) response.removeHeader(name);
    return writeHead.call(response, STATUS[failure], {
      "content-type": "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(page),
      "cache-control": "no-store",
      "x-request-id": id,
      "x-robots-tag": "noindex",
      ...(failure === "unavailable" && { "retry-after": RETRY_AFTER_SECONDS }),
    });
  }) as typeof writeHead;

  response.write = ((...chunk: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (page === null) return Reflect.apply(write, response, chunk);
    return true;
  }) as typeof write;

  response.end = ((...chunk: unknown[]) => {
    if (!response.headersSent && page === null) response.writeHead(response.statusCode);
    if (page === null) return Reflect.apply(end, response, chunk);
    return response.writableEnded ? response : Reflect.apply(end, response, request.method === "HEAD" ? [] : [page]);
  }) as typeof end;
}

/** Why the framework's answer has to be replaced, or null. */
function failureOf(request: IncomingMessage, id: string, status: number, type: string): Failure | null {
  if (type.startsWith("text/html")) return status >= 500 ? takeRequestFailure(id) : null;
  if (request.method !== "POST" || request.url?.startsWith("/api/")) return null;
  // To a form it cannot read the framework answers in a few English words, or in its own format to its own script.
  if (status >= 500) {
    const failure = takeRequestFailure(id);
    return failure === "refused" || !type.startsWith("text/x-component") ? failure : null;
  }
  // Its script knows what to do with an action that is gone.
  if (!type.startsWith("text/plain") || request.headers["next-action"] !== undefined) return null;
  return status === 400 ? "refused" : status === 409 ? "outdated" : null;
}

function contentType(response: ServerResponse, rest: readonly unknown[]): string {
  const given = rest.find((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  const type =
    (given as { "content-type"?: unknown } | undefined)?.["content-type"] ?? response.getHeader("content-type");
  return typeof type === "string" ? type : "";
}

function failedPage(request: IncomingMessage, failure: Failure, id: string): string {
  const english = isEnglish(request);
  const t = translator(english ? "en" : "sv", "failures");
  return plainPage({ english, title: t(`${failure}Title`), lines: [t(failure), `${t("number")}: ${id}`] });
}
