import type { IncomingMessage, ServerResponse } from "node:http";
import { type RequestFailure, takeRequestFailure } from "@/lib/platform/request-failures";
import { isEnglish, plainPage } from "./plain-page";

const RETRY_AFTER_SECONDS = "10";

/** Headers that describe the page that failed; the site's security headers stay. */
const OF_THE_FAILED_ONE = /^(content-(type|length|encoding)|transfer-encoding|cache-control|etag|link|vary)$/;

const TEXTS = {
  unavailable: {
    sv: [
      "Vi når inte vår databas just nu",
      "Vänta en minut och försök igen. Hade du fyllt i ett formulär, gå tillbaka i webbläsaren: det du skrev brukar stå kvar.",
    ],
    en: [
      "We cannot reach our database right now",
      "Wait a minute and try again. If you had filled in a form, go back in your browser: what you wrote is usually still there.",
    ],
  },
  unexpected: {
    sv: [
      "Något gick fel hos oss",
      "Det var inte ditt fel, och felet är registrerat. Försök igen om en stund. Kontaktar du oss, ange gärna numret.",
    ],
    en: [
      "Something went wrong on our side",
      "It was not your fault, and the error has been recorded. Please try again in a while. If you contact us, do mention the number.",
    ],
  },
} as const;

/**
 * Lets a page that failed be answered with one that reads without scripts: the framework's own would be drawn by the browser,
 * and stay blank where no script runs. 503 with Retry-After when the database cannot serve, else 500; both with the id that
 * the log has. Everything else passes untouched.
 */
export function replaceFailedPages(request: IncomingMessage, response: ServerResponse, id: string): void {
  const { writeHead, write, end } = response;
  let page: string | null = null;

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status < 500 || page !== null || !isPage(response, rest)) {
      return Reflect.apply(writeHead, response, [status, ...rest]);
    }
    const failure = takeRequestFailure(id);
    page = failedPage(request, failure, id);
    for (const name of response.getHeaderNames()) if (OF_THE_FAILED_ONE.test(name)) response.removeHeader(name);
    return writeHead.call(response, failure === "unavailable" ? 503 : 500, {
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

function isPage(response: ServerResponse, rest: readonly unknown[]): boolean {
  const given = rest.find((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  const type =
    (given as { "content-type"?: unknown } | undefined)?.["content-type"] ?? response.getHeader("content-type");
  return typeof type === "string" && type.startsWith("text/html");
}

function failedPage(request: IncomingMessage, failure: RequestFailure, id: string): string {
  const english = isEnglish(request);
  const [title, advice] = TEXTS[failure][english ? "en" : "sv"];
  return plainPage({ english, title, lines: [advice, `${english ? "Error number" : "Felnummer"}: ${id}`] });
}
