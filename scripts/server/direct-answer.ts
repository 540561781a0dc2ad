import type { IncomingMessage, ServerResponse } from "node:http";
import { directRoute } from "@/lib/platform/direct-routes";

/** The handler the app has offered for this request, if it has offered one. */
export function directHandler({ method = "", url = "" }: IncomingMessage) {
  return directRoute(method, url);
}

/** Calls a handler with a request that was received whole, and sends what it answers. Handlers answer their own failures. */
export async function answerDirect(
  handle: (request: Request) => Promise<Response>,
  { incoming, body, appUrl }: { readonly incoming: IncomingMessage; readonly body: Buffer; readonly appUrl: string },
  response: ServerResponse,
): Promise<void> {
  const { method = "", url = "", headers } = incoming;
  const asked = new Request(new URL(url, appUrl), { method, headers: plain(headers), body: new Uint8Array(body) });
  const answer = await handle(asked);
  const text = await answer.text();
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

/** A header that came several times, as one value; those of one connection are not the handler's business. */
function plain(headers: IncomingMessage["headers"]): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === "connection" || name === "transfer-encoding" ? [] : [[name, String(value)]],
  );
}
