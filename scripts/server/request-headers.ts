import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { clientAddress } from "./client-address";

export type Identity = { readonly appUrl: string; readonly trustedProxies: number };

/** What a client may not tell us: our own headers, and who it is or where the site stands. */
const NEVER_FROM_OUTSIDE = /^(x-samling-|x-forwarded-|x-request-id$|forwarded$|x-real-ip$)/;

/**
 * Replaces what the network says by what we know: the client's address, a fresh request id, and the configured public
 * address instead of the Host header. Returns the request id.
 */
export function establishHeaders(request: IncomingMessage, { appUrl, trustedProxies }: Identity): string {
  const address = clientAddress(request, trustedProxies);
  for (const name of Object.keys(request.headers)) if (NEVER_FROM_OUTSIDE.test(name)) delete request.headers[name];
  const id = randomUUID();
  const site = new URL(appUrl);
  request.headers["host"] = site.host;
  request.headers["x-forwarded-host"] = site.host;
  request.headers["x-forwarded-proto"] = site.protocol.slice(0, -1);
  request.headers["x-samling-client-ip"] = address;
  request.headers["x-request-id"] = id;
  // The path as the visitor sees it, for the link to the other language.
  request.headers["x-samling-path"] = pathOf(request.url ?? "/", site);
  return id;
}

function pathOf(url: string, site: URL): string {
  return URL.canParse(url, site) ? new URL(url, site).pathname : "/";
}
