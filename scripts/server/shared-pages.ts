import type { IncomingMessage, ServerResponse } from "node:http";
import { answerDrawn, type DrawnPage } from "./drawn-page";
import { hasBody } from "./request-body";

/** The start page, an event's and a series': the same for everybody. */
const SAME_FOR_ALL = /^(?:\/|\/en)$|^(?:\/en)?\/(?:events|series)\/[a-z0-9-]+$/;
/** How old a drawing may be, counted from its start, before it knew anything. Everybody sees the places left as of then. */
const OLDEST_MS = 1_000;

type Drawing = { readonly begun: number; readonly page: Promise<DrawnPage> };

/**
 * Whether the request may be answered with a drawing made for others: a plain page in its place without a query, asked for
 * by a browser that carries none of our cookies. Organisers and attendees carry one, and see their changes at once.
 */
export function mayShare(request: IncomingMessage): boolean {
  const { method, url, headers } = request;
  return (
    method === "GET" &&
    SAME_FOR_ALL.test(url ?? "") &&
    !hasBody(request) &&
    !headers.cookie?.includes("samling") &&
    !Object.keys(headers).some((name) => name === "rsc" || name.startsWith("next-"))
  );
}

/**
 * Answers everybody who asks for the same page within a second from one drawing of it. However many come, a page is drawn
 * once a second; whoever comes alone gets one of his own. What failed is told to those who waited for it and then forgotten.
 * `draw` gets the first one's request and nonce.
 */
export function sharedPages(draw: (request: IncomingMessage, nonce: string) => Promise<DrawnPage>) {
  // In the order they were begun, so that the old ones stand first.
  const drawings = new Map<string, Drawing>();

  return async (request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> => {
    const { page } = current(request, nonce);
    await answerDrawn(await page, request, response, nonce);
  };

  function current(request: IncomingMessage, nonce: string): Drawing {
    const now = performance.now();
    for (const [path, { begun }] of drawings) {
      if (now - begun <= OLDEST_MS) break;
      drawings.delete(path);
    }
    const path = request.url ?? "/";
    const known = drawings.get(path);
    if (known) return known;
    const drawing = { begun: now, page: draw(request, nonce) };
    drawings.set(path, drawing);
    const forget = () => {
      if (drawings.get(path) === drawing) drawings.delete(path);
    };
    drawing.page.then(({ status }) => {
      if (status !== 200) forget();
    }, forget);
    return drawing;
  }
}
